import HTTPClient

/// The report for people, written as the run goes on.
public final class TextRecorder: Recorder {
    private let write: (String) -> Void
    private let verbose: Bool
    private var skips: [String: Int] = [:]
    private var hints: [String] = []
    private var progress: ProgressLine?

    /// - Parameters:
    ///   - verbose: show the cases that passed one by one.
    ///   - terminalWidth: the columns of the terminal that the text goes to, whose last line then tells how far the run
    ///     is; `nil`: it goes elsewhere.
    ///   - write: takes whole lines, and on a terminal the line of progress.
    public init(verbose: Bool = true, terminalWidth: Int? = nil, write: @escaping (String) -> Void) {
        self.verbose = verbose
        progress = terminalWidth.map(ProgressLine.init)
        self.write = write
    }

    /// Writes a line for what happened, and the counts at the end.
    public func record(_ event: RunEvent) {
        if progress != nil { write(ProgressLine.erase) }
        switch event {
        case .started(let info): start(info)
        case .caseStarted: break
        case .caseFinished(let result): show(result)
        case .finished(let summary): finish(summary)
        }
        progress?.note(event)
        if let line = progress?.text { write(line) }
    }

    private func start(_ info: RunInfo) {
        write("MAAS conformance, run \(info.runID)\n")
        write("target   \(info.target)" + (info.isEmulator ? " (emulator)" : "") + ", MAAS \(info.version)\n")
        if info.profiles.isEmpty {
            write("plays    \(info.count) exchanges\n")
        } else {
            write("profile  \(info.profiles.map(\.rawValue).joined(separator: ", ")), \(info.count) cases\n")
        }
        write("suite    \(RunInfo.suiteVersion) on \(info.host), \(info.date)\n")
        if !info.vmHosts.isEmpty { write("hosts    \(info.vmHosts.joined(separator: ", "))\n") }
        hints = info.hints
        for hint in hints { write("note     \(hint)\n") }
        for (capability, reason) in info.missing { write("without  \(capability.rawValue): \(reason)\n") }
        write("\n")
    }

    private func show(_ result: CaseResult) {
        if case .skipped(let reason) = result.outcome {
            skips[reason, default: 0] += 1
            return
        }
        if case .passed = result.outcome, !verbose { return }
        let mark = result.outcome.word == "passed" ? "ok    " : result.outcome.word.uppercased().padded(6)
        write("\(mark) \(result.item.id.padded(46)) \(seconds(result.seconds))  \(result.item.title)\n")
        for reason in result.outcome.reasons { write("       - \(reason)\n") }
        if result.outcome.isBad, !result.item.source.isEmpty { write("       MAAS: \(result.item.source)\n") }
    }

    private func finish(_ summary: RunSummary) {
        if !skips.isEmpty { write("\nskipped\n") }
        for (reason, count) in skips.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
            write("  \(String(count).padded(4)) \(reason)\n")
        }
        for leftover in summary.leftovers { write("LEFT BEHIND  \(leftover)\n") }
        let counts = ["passed", "failed", "error", "unexpected pass", "deviation", "skipped"]
            .map { ($0, summary.count($0)) }.filter { $0.1 > 0 || $0.0 == "passed" || $0.0 == "failed" }
        write("\n" + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + " in \(seconds(summary.seconds))\n")
        write(summary.verdict.sentence + "\n")
        if summary.verdict == .doesNotConform { for hint in hints { write("But \(hint).\n") } }
    }

    private func seconds(_ value: Double) -> String {
        let tenths = Int(saturating: (value * 100).rounded())
        return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100) s".leftPadded(8)
    }
}

extension String {
    func padded(_ width: Int) -> String { count >= width ? self : self + String(repeating: " ", count: width - count) }
    func leftPadded(_ width: Int) -> String {
        count >= width ? self : String(repeating: " ", count: width - count) + self
    }
}
