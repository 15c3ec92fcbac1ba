import CommandLine
import MAASEmulator

/// `maas-emulator coverage`: the operations served.
enum CoverageCommand {
    static let command = Command(
        "coverage", summary: "list the operations that are served",
        flags: [asJSON, maasVersion, caseFolder], action: run)

    private static let asJSON = Flag<Bool>("json", help: "JSON instead of Markdown")
    private static let maasVersion = Flag<VersionFlag>(
        "maas-version", "V", default: VersionFlag(version: .standard), shown: "3.7", help: "MAAS release")

    private static let caseFolder = Flag<String?>(
        "cases", "FOLDER", help: "name the conformance cases of this folder that touch each operation")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let version = try values[maasVersion].version
        var cases = CoverageCases()
        if let folder = try values[caseFolder] {
            do {
                cases = try CoverageCases(folder: folder, version: version)
            } catch {
                throw CommandFailure(.dataError, "the cases in \(folder) cannot be read: \(error)")
            }
        }
        let report = CoverageReport(version, cases: cases)
        StandardStream.output.write(try values[asJSON] ? report.json : report.markdown)
        return .success
    }
}
