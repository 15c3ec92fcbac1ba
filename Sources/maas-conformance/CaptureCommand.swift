import CommandLine
import Foundation
import MAASClient
import MAASConformance

/// `maas-conformance capture`: a live MAAS's inventory as a fixture.
enum CaptureCommand {
    static let command = Command(
        "capture", summary: "write a region's inventory as a fixture for 'maas-emulator serve --inventory'",
        discussion:
            "Keys, passwords, certificates, files and what is in uploaded images are left out; how many there were is said.",
        flags: TargetFlags.all + [out], action: run)

    private static let out = Flag<String>(required: "out", "FILE", help: "the fixture to write")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let maas = try TargetFlags.readMAAS(values)
        let captured: CapturedRegion
        do {
            captured = try await RegionCapture(maas).captured()
        } catch let error as MAASError {
            throw CommandFailure(
                .cannotWork, maas.redact("\(maas.endpoint) cannot be captured: \(error)\(Remedy.of(error))"))
        }
        let file = try values[out]
        do {
            try PrivateFile.write(captured.fixture.pretty + "\n", to: file)
        } catch {
            throw CommandFailure(.ioError, "\(file) cannot be written: \(error)")
        }
        StandardStream.output.write("\(file) written\n")
        if !captured.leftOut.isEmpty { StandardStream.error.write("left out: \(captured.leftOut.line)\n") }
        return .success
    }
}
