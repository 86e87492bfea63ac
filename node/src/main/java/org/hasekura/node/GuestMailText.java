package org.hasekura.node;

/** What stands in the e-mail with a code: in both languages, since nobody knows yet who reads it. */
final class GuestMailText {

    private GuestMailText() {}

    static String subject(String code) {
        return "Code " + code + " / 確認コード " + code;
    }

    static String body(String code, String organisation) {
        return """
                %s

                This code confirms who you are to %s. Enter it on the page you have opened; it is good for ten minutes.
                If you have not asked for it, somebody has your link: tell %s, and do nothing else.

                このコードは、%s に対する本人確認のためのものです。開いているページに入力してください。10分間有効です。
                心当たりがない場合は、リンクが他人に渡っているおそれがあります。%s にお知らせください。
                """.formatted(code, organisation, organisation, organisation, organisation);
    }
}
