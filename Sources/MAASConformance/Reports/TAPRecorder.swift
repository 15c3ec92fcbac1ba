/// The Test Anything Protocol, version 14.
public final class TAPRecorder: Recorder {
    private let write: (String) -> Void
    private var info: RunInfo?

    /// - Parameter write: takes the whole report at the end.
    public init(write: @escaping (String) -> Void) { self.write = write }

    /// Writes when the run is over: the protocol's plan comes first, and cases do not end in their order.
    public func record(_ event: RunEvent) {
        if case .started(let info) = event { self.info = info }
        if case .finished(let summary) = event { write(report(summary)) }
    }

    private func report(_ summary: RunSummary) -> String {
        var out = "TAP version 14\n1..\(summary.results.count + (summary.leftovers.isEmpty ? 0 : 1))\n"
        for (name, value) in info?.facts ?? [] { out += "# \(name): \(value)\n" }
        for (index, result) in summary.results.enumerated() {
            // "#" begins a directive, so one in a title must not stand bare.
            let name = "\(result.item.id) - \(result.item.title)".replacing("#", with: "\\#")
            let reasons = result.outcome.reasons
            switch result.outcome {
            case .passed: out += "ok \(index + 1) - \(name)\n"
            case .skipped(let reason): out += "ok \(index + 1) - \(name) # SKIP \(reason)\n"
            case .knownDeviation(let reason): out += "not ok \(index + 1) - \(name) # TODO \(reason)\n"
            case .failed, .errored, .unexpectedPass:
                out += "not ok \(index + 1) - \(name)\n  ---\n"
                for reason in reasons { out += "  - \(JSON.quoted(reason))\n" }
                out += "  ...\n"
            }
        }
        for leftover in summary.leftovers { out += "not ok \(summary.results.count + 1) - left behind: \(leftover)\n" }
        out += "# \(summary.verdict.sentence)\n"
        if summary.interrupted { out += "Bail out! interrupted\n" }
        if let reason = summary.wentAway { out += "Bail out! the target went away: \(reason)\n" }
        return out
    }
}
