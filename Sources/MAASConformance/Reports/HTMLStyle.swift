/// How the HTML report looks: nothing from elsewhere, light or dark as the reader's system is, and one column that fits a
/// phone.
enum HTMLStyle {
    static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>MAAS conformance</title>
        <style>
        :root { color-scheme: light dark; --good: #187a4f; --bad: #c92a2a; --warn: #a86200; --mute: #777; }
        @media (prefers-color-scheme: dark) { :root { --good: #3fbf87; --bad: #ff7b7b; --warn: #e0a040; --mute: #999; } }
        body { font: 16px/1.45 system-ui, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 .8rem; }
        h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 1.4rem 0 .5rem; }
        dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: .2rem 1rem; }
        dt { color: var(--mute); } dd { margin: 0; overflow-wrap: anywhere; }
        ul { padding-left: 1.2rem; margin: .4rem 0; } li { overflow-wrap: anywhere; } p { margin: .4rem 0; }
        summary { cursor: pointer; overflow-wrap: anywhere; padding: .15rem 0; }
        .case { border-left: .3rem solid var(--mute); padding: .3rem .7rem; margin: .4rem 0; }
        .exchange { margin: .3rem 0; } .exchange summary { font-family: ui-monospace, monospace; font-size: .85rem; }
        .passed { border-color: var(--good); } .failed, .error, .unexpected-pass { border-color: var(--bad); }
        .deviation { border-color: var(--warn); }
        .good, .bad, .part { font-size: 1.3rem; font-weight: bold; } .good, b.passed { color: var(--good); }
        .bad, b.failed, b.error, b.unexpected-pass { color: var(--bad); } b.deviation, .part { color: var(--warn); }
        .bar { display: flex; height: .8rem; border-radius: .4rem; overflow: hidden; margin: .6rem 0; }
        .bar span { min-width: .3rem; background: var(--mute); } .bar .passed { background: var(--good); }
        .bar .failed, .bar .error, .bar .unexpected-pass { background: var(--bad); } .bar .deviation { background: var(--warn); }
        code { font-size: .85em; color: var(--mute); }
        .pair { width: 100%; table-layout: fixed; border-collapse: collapse; font: .8rem/1.3 ui-monospace, monospace; }
        .pair td { white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding: .05rem .4rem; }
        .pair th { text-align: left; } .pair .differs { background: #c92a2a33; } .pair .fold { color: var(--mute); }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: #8881; padding: .5rem; margin: .2rem 0; }
        </style></head><body>

        """
}
