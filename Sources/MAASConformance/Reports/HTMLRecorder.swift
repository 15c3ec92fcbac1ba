import Foundation

/// One page with nothing but itself, readable on a phone: what went wrong first, with request and answer.
public final class HTMLRecorder: Recorder {
    private let write: (String) -> Void
    private var info: RunInfo?

    /// - Parameter write: takes the whole report at the end.
    public init(write: @escaping (String) -> Void) { self.write = write }

    public func record(_ event: RunEvent) {
        if case .started(let info) = event { self.info = info }
        if case .finished(let summary) = event { write(page(summary)) }
    }

    private func page(_ summary: RunSummary) -> String {
        let bad = summary.results.filter { $0.outcome.isBad }
        var out = Self.head
        out += "<h1>MAAS conformance</h1>\n<p class=\"\(summary.isGood ? "good" : "bad")\">"
        out +=
            summary.interrupted
            ? "The run was interrupted." : summary.isGood ? "The target conforms." : "The target does not conform."
        out += "</p>\n<dl>\n"
        if let info {
            let facts = [
                ("target", info.target + (info.isEmulator ? " (emulator)" : "")), ("MAAS", info.version),
                ("run", info.runID),
                ("profile", info.profiles.map(\.rawValue).joined(separator: ", ")),
            ]
            for (name, value) in facts { out += "<dt>\(name)</dt><dd>\(value.xmlEscaped)</dd>\n" }
            for (capability, reason) in info.missing {
                out += "<dt>without \(capability.rawValue)</dt><dd>\(reason.xmlEscaped)</dd>\n"
            }
        }
        for word in ["passed", "failed", "error", "unexpected pass", "deviation", "skipped"]
        where summary.count(word) > 0 {
            out += "<dt>\(word)</dt><dd>\(summary.count(word))</dd>\n"
        }
        out += "</dl>\n"
        for leftover in summary.leftovers { out += "<p class=\"bad\">left behind: \(leftover.xmlEscaped)</p>\n" }
        if !bad.isEmpty { out += "<h2>What went wrong</h2>\n" + bad.map { Self.section($0, open: true) }.joined() }
        for area in Area.allCases {
            let results = summary.results.filter { $0.item.area == area && !$0.outcome.isBad }
            if !results.isEmpty {
                out += "<h2>\(area.rawValue)</h2>\n" + results.map { Self.section($0, open: false) }.joined()
            }
        }
        return out + "</body></html>\n"
    }

    private static func section(_ result: CaseResult, open: Bool) -> String {
        let word = result.outcome.word
        var out = "<details class=\"\(word.replacing(" ", with: "-"))\"\(open ? " open" : "")><summary><b>\(word)</b> "
        out += "\(result.item.title.xmlEscaped) <code>\(result.item.id)</code></summary>\n"
        let link = result.item.link.map { " <a href=\"\($0.xmlEscaped)\">documentation</a>" } ?? ""
        out += "<p>MAAS: \(result.item.source.xmlEscaped)\(link)</p>\n"
        if !result.outcome.reasons.isEmpty {
            out += "<ul>" + result.outcome.reasons.map { "<li>\($0.xmlEscaped)</li>" }.joined() + "</ul>\n"
        }
        if result.outcome.isBad { out += result.exchanges.map(exchange).joined() }
        return out + "</details>\n"
    }

    private static func exchange(_ exchange: Exchange) -> String {
        var text = exchange.request + "\n" + exchange.requestBody
        text += "\n\n\(exchange.status == 0 ? "no answer" : String(exchange.status))\n"
        text += exchange.headers.joined(separator: "\n") + "\n\n"
        text +=
            exchange.body.count > 20_000
            ? exchange.body.prefix(20_000) + "\n… (\(exchange.body.count) characters)" : exchange.body
        return "<h3>\(exchange.name.xmlEscaped)</h3><pre>\(text.xmlEscaped)</pre>\n"
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>MAAS conformance</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.45 system-ui, sans-serif; margin: 1rem auto; max-width: 60rem; padding: 0 .8rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
        details { border-left: .3rem solid #888; padding: .3rem .7rem; margin: .4rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
        .passed { border-color: #2a8; } .failed, .error, .unexpected-pass { border-color: #d33; } .deviation { border-color: #c80; }
        .good, .bad { font-size: 1.3rem; font-weight: bold; } .good { color: #2a8; } .bad { color: #d33; }
        code { font-size: .85em; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: #8881; padding: .5rem; }
        </style></head><body>

        """
}
