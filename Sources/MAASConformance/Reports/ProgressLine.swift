/// The last line of a terminal while a run goes on: `118/297  2 failed  compose.storage.several, network.dns.life`.
struct ProgressLine {
    /// Back to the beginning of the line, and nothing on it.
    static let erase = "\r\u{1B}[K"

    private let width: Int
    private var count = 0
    private var done = 0
    private var bad = 0
    private var running: [String] = []

    init(width: Int) { self.width = width }

    mutating func note(_ event: RunEvent) {
        switch event {
        case .started(let info): count = info.count
        case .caseStarted(let item): running.append(item.id)
        case .caseFinished(let result):
            done += 1
            if result.outcome.isBad { bad += 1 }
            running.removeAll { $0 == result.item.id }
        case .finished: count = 0
        }
    }

    /// The line without its end, cut to the terminal's width; `nil` before and after the run.
    var text: String? {
        guard count > 0 else { return nil }
        let failures = bad > 0 ? "  \(bad) failed" : ""
        return String("\(done)/\(count)\(failures)  \(running.joined(separator: ", "))".prefix(max(0, width - 1)))
    }
}
