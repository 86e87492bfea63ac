// What the page says, in both languages. FAULTS and GROUNDS are put before this file by the program that writes the page.

const WORDS = {
    en: {
        title: 'Check a bundle of evidence',
        intro: 'This page checks a bundle of a Hasekura node on this machine: that its entries are in the log that the '
            + 'signers state, unchanged and in their place, and that none is left out of a period.',
        bundle: 'The bundle (a zip file)',
        orDrop: 'Choose it, or drop it here.',
        more: 'What you bring: keys you trust, a checkpoint you already have, root certificates of timestamp authorities',
        policy: 'Policy with the keys you trust',
        known: 'Earlier checkpoint or bundle of the same log',
        roots: 'Root certificates of timestamp authorities (PEM)',
        offline: 'Nothing is loaded and nothing is sent: the page works without a network.',
        checking: percent => `Checking … ${percent} %`,
        proven: 'Proven',
        notProven: 'Not proven',
        fault: (words, index) => words + (index === undefined ? '' : ` (entry ${index})`) + '.',
        detail: detail => `In detail: ${detail}`,
        unable: 'This browser cannot check Ed25519 signatures. Use a Chromium, Edge, Firefox or Safari of 2025 or later.',
        unreadable: 'The file of root certificates has no certificate that can be read. It must be PEM.',
        failed: reason => `The check itself failed: ${reason}`,
        holds: v => `The log \`${v.log}\` of the node ${v.node} holds these ${v.entries} entries, in this order and at these `
            + `places of its ${v.treeSize}; none of them was changed.`,
        period: (v, edges) => `${v.inPeriod} of them are of the period from ${v.scope.from} until ${v.scope.until}, by the node's clock. `
            + `From ${edges.starts ? 'the entry before the period' : 'the beginning of the log'} to `
            + `${edges.ends ? 'the entry after it' : 'the end that the log had when this was signed'}, no entry is left out.`,
        exchange: v => `They are about \`${v.scope.processes.join('`, `')}\`. Whether the log has more about these, a bundle of an `
            + 'exchange does not show: the bundle of the period does.',
        lawData: names => `Law data named: ${names.join(', ')}.`,
        included: n => `${n} are included and are those the evidence names`,
        kept: n => `${n} are kept by the node`,
        erased: (n, ground) => `${n} are erased, on the ground: ${ground}`,
        unknown: n => `${n} are not there`,
        bodies: parts => `Of the bodies that the entries name by hash only, ${parts.join('; ')}.`,
        signer: s => (s.role === 'LOG' ? 'Signed by the log' : 'Cosigned by the witness') + ` \`${s.name}\``
            + (s.at ? ` at ${s.at}` : '') + (s.did ? `, whose key stands in the DID document of ${s.did}` : '') + '.',
        continued: v => `The log continues ${v.known ? 'the checkpoint you had, ' : ''}its earlier checkpoints `
            + `${v.continued.map(size => 'of ' + size).join(', ')}: nothing under them was rewritten.`,
        stamp: s => `Timestamped at ${s.at} by ${s.authority}, over the first ${s.size} entries`
            + (s.trust === 'GIVEN' ? '.' : '; its root certificate is the one in the bundle.'),
        revoked: 'Whether a certificate of an authority was revoked is not checked: nothing is fetched.',
        who: seen => 'Who says so: that it happened, and when, the node alone; ' + (seen
            ? `that it was recorded by ${seen} and that the log had shown them no other history, the witnesses and authorities.`
            : 'that the log shows everybody the same history, nobody but the log, as no witness cosigned.'),
        not: 'What this does not prove: that what the node recorded is true, or that it recorded everything that happened.',
        given: 'The keys trusted are those of the policy you gave.',
        assumed: 'The keys were assumed from the bundle itself: anybody could make such a bundle with keys of their own. '
            + 'Give a policy to trust only keys you know.',
        development: 'The bundle says that the node ran in development mode: it is a trial and proves nothing to others.',
        what: 'What the entries are', kind: 'Kind', count: 'Number',
        entries: shown => `The first ${shown} entries`, index: 'Entry', at: 'Time', entry: 'What it says', body: 'Body',
        states: {included: 'included', kept: 'kept by the node', unknown: 'not there', erased: 'erased'},
        json: 'The verdict for programs (JSON)',
    },
    ja: {
        title: '証拠束の検証',
        intro: 'このページは、Hasekuraノードの証拠束をこの端末上で検証します。記録が、署名者の示すログのその場所に改変なく存在すること、'
            + '期間から抜けている記録がないことを確かめます。',
        bundle: '証拠束(zipファイル)',
        orDrop: 'ファイルを選択するか、ここにドロップしてください。',
        more: 'お手元の情報:信頼する鍵、以前のチェックポイント、時刻認証局のルート証明書',
        policy: '信頼する鍵のポリシー',
        known: '同じログの以前のチェックポイントまたは証拠束',
        roots: '時刻認証局のルート証明書(PEM)',
        offline: '何も読み込まず、何も送信しません。ネットワークなしで動作します。',
        checking: percent => `検証中… ${percent} %`,
        proven: '証明されました',
        notProven: '証明されません',
        fault: (words, index) => (index === undefined ? '' : `${index}番の記録:`) + words + '。',
        detail: detail => `詳細:${detail}`,
        unable: 'このブラウザーはEd25519署名を検証できません。2025年以降のChromium、Edge、Firefox、Safariをお使いください。',
        unreadable: 'ルート証明書のファイルから証明書を読み取れません。PEM形式のファイルを選択してください。',
        failed: reason => `検証を実行できませんでした:${reason}`,
        holds: v => `ノード${v.node}のログ「${v.log}」の全${v.treeSize}件のうち、これらの${v.entries}件の記録は、この順序とこの番号でログに存在し、改変されていません。`,
        period: (v, edges) => `うち${v.inPeriod}件は、ノードの時計で${v.scope.from}から${v.scope.until}までの期間のものです。`
            + `${edges.starts ? '期間の直前の記録' : 'ログの先頭'}から${edges.ends ? '直後の記録' : '署名時のログの末尾'}まで、抜けている記録はありません。`,
        exchange: v => `対象:「${v.scope.processes.join('」「')}」。ログにこれ以外の関連記録がないことは、取引単位の証拠束では示されません。期間単位の証拠束で示されます。`,
        lawData: names => `記録中の法令データ:${names.join(', ')}。`,
        included: n => `${n}件は同梱され、証拠の示すものと一致`,
        kept: n => `${n}件はノードが保存`,
        erased: (n, ground) => `${n}件は消去済み(根拠:${ground})`,
        unknown: n => `${n}件は存在しない`,
        bodies: parts => `記録がハッシュのみで示す本文:${parts.join('、')}。`,
        signer: s => (s.role === 'LOG' ? 'ログ' : '証人') + `「${s.name}」が` + (s.at ? `${s.at}に` : '')
            + (s.role === 'LOG' ? '署名しました' : '連署しました') + (s.did ? `(鍵は${s.did}のDID文書に記載)` : '') + '。',
        continued: v => (v.known ? 'お手元のチェックポイント、および' : '') + v.continued.map(size => size + '件').join('、')
            + 'の以前のチェックポイントから連続しており、その範囲は書き換えられていません。',
        stamp: s => `${s.authority}が${s.at}に、最初の${s.size}件の記録に対してタイムスタンプを付与しました`
            + (s.trust === 'GIVEN' ? '。' : '(ルート証明書は証拠束に含まれるもの)。'),
        revoked: '時刻認証局の証明書が失効していないかは確認していません(外部から何も取得しないため)。',
        who: seen => '誰の言明か:出来事とその時刻はノードのみの言明です。' + (seen
            ? `${seen}までに記録されていたこと、ログが別の履歴を示していないことは、証人と機関の言明です。`
            : '証人の連署がないため、ログが誰にも同じ履歴を示していることは、ログのみの言明です。'),
        not: '証明されないこと:記録の内容が真実であること、起きたことがすべて記録されていること。',
        given: '信頼した鍵は、与えられたポリシーのものです。',
        assumed: '鍵は証拠束自体に含まれるものを仮定しました。同様の証拠束は誰でも自分の鍵で作成できます。既知の鍵だけを信頼するには、ポリシーを与えてください。',
        development: '証拠束によれば、ノードは開発モードで動作していました。試験用であり、第三者への証明にはなりません。',
        what: '記録の内訳', kind: '種別', count: '件数',
        entries: shown => `最初の${shown}件の記録`, index: '番号', at: '時刻', entry: '内容', body: '本文',
        states: {included: '同梱', kept: 'ノードが保存', unknown: '存在しない', erased: '消去済み'},
        json: 'プログラム向けの判定(JSON)',
    },
};

/** When another than the log saw these entries first; a timestamp of a smaller tree need not cover every entry shown. */
function firstSeen(verdict, shownTo) {
    const times = [...verdict.signers, ...verdict.stamps.filter(stamp => stamp.size >= shownTo)].map(each => each.at).filter(Boolean);
    return times.sort((one, other) => time(one).order < time(other).order ? -1 : 1)[0];
}

/** The verdict in sentences. */
function sentences(answer, language) {
    const w = WORDS[language], v = answer.verdict;
    const text = [w.holds(v), v.scope.kind === 'PERIOD' ? w.period(v, answer.edges) : w.exchange(v)];
    if (v.lawData.length > 0) text.push(w.lawData(v.lawData));
    const bodies = ['included', 'kept', 'unknown'].filter(state => v.bodies[state] > 0).map(state => w[state](v.bodies[state]));
    Object.keys(v.bodies.erased).sort().forEach(ground => bodies.push(w.erased(v.bodies.erased[ground], GROUNDS[ground][language])));
    if (bodies.length > 0) text.push(w.bodies(bodies));
    v.signers.forEach(signer => text.push(w.signer(signer)));
    if (v.known || v.continued.length > 0) text.push(w.continued(v));
    v.stamps.forEach(stamp => text.push(w.stamp(stamp)));
    if (v.stamps.length > 0) text.push(w.revoked);
    text.push(w.who(firstSeen(v, answer.edges.to)));
    text.push(w.not);
    text.push(v.trust === 'GIVEN' ? w.given : w.assumed);
    if (v.developmentMode) text.push(w.development);
    return text;
}
