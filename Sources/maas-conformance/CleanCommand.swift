import CommandLine
import MAASConformance

/// `maas-conformance clean`: removes what a killed run left.
enum CleanCommand {
    static let command = Command(
        "clean", summary: "remove what a killed run left behind", flags: TargetFlags.all + [runID, all], action: run)

    private static let runID = Flag<String?>("run", "ID", help: "the run, as its report names it")
    private static let all = Flag<Bool>("all", help: "what any run left")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let id = try values[runID]
        guard try (id != nil) != values[all] else { throw UsageError("give either --run ID or --all") }
        if let id, id.isEmpty || !id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber) }) {
            throw UsageError(flag: "run", "'\(id)' is not the id of a run")
        }
        let maas = try TargetFlags.readMAAS(values)
        let cleaner = Cleaner(maas: maas)
        let result =
            if let id {
                try await cleaner.clean(runID: id)
            } else {
                try await cleaner.clean(prefix: RunOptions.anyPrefix)
            }
        for removed in result.removed { StandardStream.output.write("removed \(removed)\n") }
        for problem in result.problems { StandardStream.error.write("maas-conformance: \(problem)\n") }
        StandardStream.output.write("\(result.removed.count) removed\n")
        return result.problems.isEmpty ? .success : .cannotWork
    }
}
