package org.hasekura.node;

import tools.jackson.databind.json.JsonMapper;

/** What a page is told of a file that it has brought. */
final class UploadJson {

    private UploadJson() {}

    static String write(UploadForm.Kept kept) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("kept", kept.sha256())
                .put("name", kept.name())
                .put("bytes", kept.bytes())
                .toString();
    }
}
