/// A report for programs: every case with its outcome, reasons and time, and the exchanges of those that went wrong.
public final class JSONRecorder: Recorder {
    private let write: (String) -> Void
    private var info: RunInfo?

    /// - Parameter write: takes the whole report at the end.
    public init(write: @escaping (String) -> Void) { self.write = write }

    /// Keeps what the run is about, and writes the object when it is over.
    public func record(_ event: RunEvent) {
        if case .started(let info) = event { self.info = info }
        if case .finished(let summary) = event { write(report(summary).pretty + "\n") }
    }

    private func report(_ summary: RunSummary) -> JSON {
        let words = ["passed", "failed", "error", "unexpected pass", "deviation", "skipped"]
        return .object([
            .init("run", .string(info?.runID ?? "")), .init("target", .string(info?.target ?? "")),
            .init("maas_version", .string(info?.version ?? "")), .init("emulator", .bool(info?.isEmulator ?? false)),
            .init("profiles", .array((info?.profiles ?? []).map { .string($0.rawValue) })),
            .init(
                "missing",
                .object((info?.missing ?? []).map { .init($0.capability.rawValue, .string($0.reason)) })),
            .init("date", .string(info?.date ?? "")), .init("host", .string(info?.host ?? "")),
            .init("suite_version", .string(RunInfo.suiteVersion)),
            .init("vm_hosts", .array((info?.vmHosts ?? []).map { .string($0) })),
            .init("hints", .array((info?.hints ?? []).map { .string($0) })),
            .init("conforms", .bool(summary.verdict.isWhole)), .init("verdict", .string(summary.verdict.word)),
            .init("verdict_text", .string(summary.verdict.sentence)), .init("interrupted", .bool(summary.interrupted)),
            .init("seconds", .float(summary.seconds)),
            .init("counts", .object(words.map { .init($0, .int(summary.count($0))) })),
            .init("left_behind", .array(summary.leftovers.map { .string($0) })),
            .init("cases", .array(summary.results.map(Self.json))),
        ])
    }

    private static func json(_ result: CaseResult) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(result.item.id)), .init("title", .string(result.item.title)),
            .init("layer", .string(result.item.layer.rawValue)), .init("source", .string(result.item.source)),
            .init("outcome", .string(result.outcome.word)),
            .init("reasons", .array(result.outcome.reasons.map { .string($0) })),
            .init("seconds", .float(result.seconds)),
        ]
        if let link = result.item.link { members.append(.init("link", .string(link))) }
        if result.outcome.isBad { members.append(.init("exchanges", .array(result.exchanges.map(json)))) }
        if let pair = result.pair {
            members += [.init("left", pair.left.json), .init("right", pair.right.json)]
            members.append(.init("differences", .array(pair.differences.map(json))))
        }
        return .object(members)
    }

    private static func json(_ difference: LeafDifference) -> JSON {
        .object([
            .init("place", .string(difference.place)), .init("kind", .string(difference.kind.rawValue)),
            .init("left", difference.left ?? .null), .init("right", difference.right ?? .null),
        ])
    }

    private static func json(_ exchange: Exchange) -> JSON {
        .object([
            .init("name", .string(exchange.name)), .init("request", .string(exchange.request)),
            .init("request_body", .string(exchange.requestBody)), .init("status", .int(exchange.status)),
            .init("headers", .array(exchange.headers.map { .string($0) })), .init("body", .string(exchange.body)),
            .init("seconds", .float(exchange.seconds)),
        ])
    }
}
