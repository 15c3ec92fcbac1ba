import CommandLine
import MAASEmulator

/// `maas-emulator versions`: what differs between the versions of MAAS, as `docs/versions.md` has it.
enum VersionsCommand {
    static let command = Command(
        "versions", summary: "list what differs between the versions of MAAS", flags: [], action: run)

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        StandardStream.output.write(VersionReport.markdown)
        return .success
    }
}
