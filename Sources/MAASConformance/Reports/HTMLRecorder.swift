import Foundation

/// One page with nothing but itself, readable on a phone: what went wrong first, with request and answer.
public final class HTMLRecorder: Recorder {
    private let write: (String) -> Void
    private var info: RunInfo?

    /// - Parameter write: takes the whole report at the end.
    public init(write: @escaping (String) -> Void) { self.write = write }

    /// Keeps what the run is about, and writes the page when it is over.
    public func record(_ event: RunEvent) {
        if case .started(let info) = event { self.info = info }
        if case .finished(let summary) = event { write(page(summary)) }
    }

    private static let words = ["passed", "failed", "error", "unexpected pass", "deviation", "skipped"]

    private func page(_ summary: RunSummary) -> String {
        let bad = summary.results.filter { $0.outcome.isBad }
        var out =
            HTMLStyle.head
            + "<h1>MAAS conformance</h1>\n<p class=\"\(summary.verdict.isWhole ? "good" : summary.isGood ? "part" : "bad")\">"
        out += summary.verdict.sentence.xmlEscaped
        out += "</p>\n" + Self.bar(summary) + facts(summary)
        for leftover in summary.leftovers { out += "<p class=\"bad\">left behind: \(leftover.xmlEscaped)</p>\n" }
        if !bad.isEmpty {
            out += "<h2>What went wrong</h2>\n" + bad.map { Self.section($0, open: bad.count <= 20) }.joined()
        }
        let known = summary.results.filter { $0.outcome.word == "deviation" }
        if !known.isEmpty {
            out += "<h2>Known deviations</h2>\n" + known.map { Self.section($0, open: false) }.joined()
        }
        return out + Self.skips(summary) + Self.areas(summary) + "</body></html>\n"
    }

    /// The counts as a bar whose parts are as wide as they are many.
    private static func bar(_ summary: RunSummary) -> String {
        let parts = words.map { ($0, summary.count($0)) }.filter { $0.1 > 0 }
        let spans = parts.map { word, count in
            "<span class=\"\(name(word))\" style=\"flex-grow:\(count)\" title=\"\(count) \(word)\"></span>"
        }
        let legend = parts.map { "<b class=\"\(name($0.0))\">\($0.1)</b> \($0.0)" }.joined(separator: " &nbsp; ")
        return "<div class=\"bar\">\(spans.joined())</div>\n<p>\(legend)</p>\n"
    }

    private func facts(_ summary: RunSummary) -> String {
        guard let info else { return "" }
        var facts = info.facts + [("time", Self.time(summary.seconds))]
        facts += info.hints.map { ("note", $0) }
        facts += info.missing.map { ("without \($0.capability.rawValue)", $0.reason) }
        let rows = facts.map { "<dt>\($0.0)</dt><dd>\($0.1.xmlEscaped)</dd>\n" }
        return "<dl>\n\(rows.joined())</dl>\n"
    }

    private static func section(_ result: CaseResult, open: Bool) -> String {
        let word = result.outcome.word
        var out = "<details class=\"case \(name(word))\"\(open ? " open" : "")><summary><b>\(word)</b> "
        out += "\(result.item.title.xmlEscaped) <code>\(result.item.id)</code></summary>\n"
        if !result.outcome.reasons.isEmpty {
            out += "<ul>" + result.outcome.reasons.map { "<li>\($0.xmlEscaped)</li>" }.joined() + "</ul>\n"
        }
        let link = result.item.link.map { " <a href=\"\($0.xmlEscaped)\">documentation</a>" } ?? ""
        if !result.item.source.isEmpty { out += "<p>MAAS: \(result.item.source.xmlEscaped)\(link)</p>\n" }
        if let pair = result.pair { out += pair.html }
        // The last exchange is the one that did not agree; what led to it is a tap away.
        let last = result.exchanges.count - 1
        out += result.exchanges.enumerated().map { exchange($1, open: $0 == last && result.pair == nil) }.joined()
        return out + "</details>\n"
    }

    private static func exchange(_ exchange: Exchange, open: Bool) -> String {
        var text = exchange.request + "\n"
        if !exchange.requestBody.isEmpty { text += exchange.requestBody + "\n" }
        let status = exchange.status == 0 ? "no answer" : String(exchange.status)
        text += "\n\(status)\n" + exchange.headers.map { $0 + "\n" }.joined() + "\n"
        text +=
            exchange.body.count > 20_000
            ? exchange.body.prefix(20_000) + "\n… (\(exchange.body.count) characters)" : exchange.body
        return "<details class=\"exchange\"\(open ? " open" : "")><summary>\(exchange.name.xmlEscaped) → \(status)"
            + "</summary><pre>\(text.xmlEscaped)</pre></details>\n"
    }

    /// What was skipped, by reason: many cases share one.
    private static func skips(_ summary: RunSummary) -> String {
        var reasons: [String] = []
        var byReason: [String: [CaseResult]] = [:]
        for result in summary.results {
            guard case .skipped(let reason) = result.outcome else { continue }
            if byReason[reason] == nil { reasons.append(reason) }
            byReason[reason, default: []].append(result)
        }
        guard !reasons.isEmpty else { return "" }
        let sections = reasons.map { reason in
            list("\(byReason[reason]?.count ?? 0)</b> \(reason.xmlEscaped)", byReason[reason] ?? [], "skipped")
        }
        return "<h2>Skipped</h2>\n" + sections.joined()
    }

    private static func areas(_ summary: RunSummary) -> String {
        let sections = Area.allCases.map { area in
            let passed = summary.results.filter { $0.item.area == area && $0.outcome == .passed }
            let seconds = passed.reduce(0) { $0 + $1.seconds }
            return passed.isEmpty
                ? "" : list("\(passed.count)</b> \(area.rawValue), \(time(seconds))", passed, "passed")
        }.joined()
        return sections.isEmpty ? "" : "<h2>Passed</h2>\n" + sections
    }

    /// A folded list of cases. `head` continues the bold text that it begins with.
    private static func list(_ head: String, _ results: [CaseResult], _ word: String) -> String {
        let items = results.map { "<li>\($0.item.title.xmlEscaped) <code>\($0.item.id)</code></li>\n" }
        return "<details class=\"case \(word)\"><summary><b>\(head)</summary><ul>\n\(items.joined())</ul></details>\n"
    }

    private static func name(_ word: String) -> String { word.replacing(" ", with: "-") }

    private static func time(_ seconds: Double) -> String { String(format: "%.1f s", seconds) }
}
