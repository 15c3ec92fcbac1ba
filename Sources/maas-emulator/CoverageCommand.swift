import CommandLine
import MAASEmulator

/// `maas-emulator coverage`: the operations served.
enum CoverageCommand {
    static let command = Command(
        "coverage", summary: "list the operations that are served",
        flags: [asJSON, maasVersion], action: run)

    private static let asJSON = Flag<Bool>("json", help: "JSON instead of Markdown")
    private static let maasVersion = Flag<VersionFlag>(
        "maas-version", "V", default: VersionFlag(version: .v3_7), shown: "3.7", help: "MAAS release")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let report = CoverageReport(try values[maasVersion].version)
        StandardStream.output.write(try values[asJSON] ? report.json : report.markdown)
        return .success
    }
}
