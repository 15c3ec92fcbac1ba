/// How the HTML report looks: nothing from elsewhere, light or dark as the reader's system is, and one column that fits a
/// phone.
enum HTMLStyle {
    static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>MAAS conformance</title>
        <style>
        :root { color-scheme: light dark; --back: #f7f7f7; --front: #fff; --text: #111; --line: #8a8a8a;
          --good: #0b6a1b; --bad: #b00020; --warn: #8a4b00; --mute: #565656; }
        @media (prefers-color-scheme: dark) { :root { --back: #161616; --front: #202020; --text: #f1f1f1; --line: #7d7d7d;
          --good: #6fd57f; --bad: #ff8f99; --warn: #f2b05c; --mute: #b4b4b4; } }
        body { font: 15px/1.45 system-ui, "Ubuntu", sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 .8rem;
          background: var(--back); color: var(--text); }
        h1 { font-size: 1.4rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 1.4rem 0 .5rem; }
        :focus-visible { outline: 3px solid #0a58a8; outline-offset: 1px; }
        dl, .case { background: var(--front); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; }
        dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: .2rem 1rem; }
        dt { color: var(--mute); } dd { margin: 0; overflow-wrap: anywhere; }
        ul { padding-left: 1.2rem; margin: .4rem 0; } li { overflow-wrap: anywhere; } p { margin: .4rem 0; }
        summary { cursor: pointer; overflow-wrap: anywhere; padding: .15rem 0; }
        .case { border-left-width: .3rem; padding: .3rem .7rem; margin: .4rem 0; }
        .exchange { margin: .3rem 0; } .exchange summary { font-family: ui-monospace, monospace; font-size: .85rem; }
        .passed { border-left-color: var(--good); } .failed, .error, .unexpected-pass { border-left-color: var(--bad); }
        .deviation { border-left-color: var(--warn); }
        .good, .bad, .part { font-size: 1.3rem; font-weight: bold; } .good, b.passed { color: var(--good); }
        .bad, b.failed, b.error, b.unexpected-pass { color: var(--bad); } b.deviation, .part { color: var(--warn); }
        .bar { display: flex; height: .8rem; border-radius: .4rem; overflow: hidden; margin: .6rem 0; }
        .bar span { min-width: .3rem; background: var(--mute); } .bar .passed { background: var(--good); }
        .bar .failed, .bar .error, .bar .unexpected-pass { background: var(--bad); } .bar .deviation { background: var(--warn); }
        code { font-size: .85em; color: var(--mute); }
        .pair { width: 100%; table-layout: fixed; border-collapse: collapse; font: .8rem/1.3 ui-monospace, monospace; }
        .pair td { white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding: .05rem .4rem; }
        .pair th { text-align: left; } .pair .differs { background: #c92a2a33; } .pair .fold { color: var(--mute); }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: var(--back); padding: .5rem; margin: .2rem 0; }
        </style></head><body>

        """
}
