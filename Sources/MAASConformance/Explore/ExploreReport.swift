import Foundation

extension Explorer.Report {
    /// The report as a run's events, for the suite's recorders: a case for each way to differ, and one for each operation
    /// that was asked and did not.
    public func events(_ left: MAASTarget, _ right: MAASTarget, seed: UInt64) -> [RunEvent] {
        var summary = RunSummary()
        summary.comparesAnswers = true
        summary.interrupted = interrupted
        summary.leftovers = leftovers
        summary.seconds = seconds
        summary.results = findings.enumerated().map { result($1, number: $0 + 1) }
        let differing = Set(findings.map(\.operation.name))
        for (name, count) in counts.operations.sorted(by: { $0.key < $1.key }) where !differing.contains(name) {
            let item = Case(
                id: "\(Self.slug(name))", title: "\(name) is answered alike, \(count) times", layer: .wire,
                area: Self.area(name), source: "", writes: !name.hasPrefix("GET"), body: .wire([]))
            summary.results.append(CaseResult(item: item, outcome: .passed, seconds: 0, exchanges: []))
        }
        var info = RunInfo(
            runID: "seed \(seed)", target: "\(left.endpoint) and \(right.endpoint)",
            version: findings.first?.recording.header.version ?? "", isEmulator: false, profiles: [],
            count: summary.results.count, missing: [])
        info.hints = [coverage]
        return [.started(info)] + summary.results.map { .caseFinished($0) } + [.finished(summary)]
    }

    private func result(_ finding: Explorer.Finding, number: Int) -> CaseResult {
        let item = Case(
            id: "\(finding.operation.area.rawValue).explored.\(number)", title: "\(finding.key) (\(finding.count)×)",
            layer: .wire, area: finding.operation.area, source: "", writes: finding.operation.method != "GET",
            body: .wire([]))
        let exchanges = finding.recording.exchanges.map { exchange in
            Exchange(
                name: exchange.request.line, request: exchange.request.line,
                requestBody: exchange.request.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n"),
                status: exchange.answer.status, headers: [], body: "", seconds: 0)
        }
        let outcome = finding.known.map { Outcome.knownDeviation($0) } ?? .failed(finding.sentences)
        var result = CaseResult(item: item, outcome: outcome, seconds: 0, exchanges: exchanges)
        if let last = finding.recording.exchanges.last, let other = last.other {
            result.pair = AnswerPair(
                leftName: "first endpoint", rightName: "second endpoint", left: last.answer, right: other,
                differences: finding.differences)
        }
        return result
    }

    private static func area(_ name: String) -> Area {
        let parts = name.split(separator: " ").map(String.init)
        return ExploredOperation(
            method: parts[0], path: parts.count > 1 ? parts[1] : "", op: parts.count > 2 ? parts[2] : nil,
            parameters: [], isAnonymous: false
        ).area
    }

    private static func slug(_ name: String) -> String {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return "\(area(name).rawValue).explored.\(words.joined(separator: "-"))"
    }

    /// One line of how far it is.
    public var line: String {
        let rate = seconds > 0 ? Int(saturating: (Double(steps) / seconds).rounded()) : 0
        let all = findings.reduce(0) { $0 + $1.count }
        return "\(steps) requests, \(rate)/s, \(counts.operations.count) operations, \(new.count) differences"
            + " (\(findings.count - new.count) known, \(all) times)"
    }
}
