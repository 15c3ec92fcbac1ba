import CommandLine
import Foundation
import MAASClient
import MAASConformance

/// `maas-conformance capture`: a live MAAS's inventory as a fixture.
enum CaptureCommand {
    static let command = Command(
        "capture", summary: "write a region's inventory as a fixture for 'maas-emulator serve --inventory'",
        discussion: "Keys, passwords and certificates are left out.", flags: TargetFlags.all + [out], action: run)

    private static let out = Flag<String>(required: "out", "FILE", help: "the fixture to write")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let maas = try TargetFlags.readMAAS(values)
        let fixture: JSON
        do {
            fixture = try await RegionCapture(maas).fixture()
        } catch let error as MAASError {
            var text = "\(maas.endpoint) cannot be captured: \(error)"
            if case .unreachable(_, .tls) = error { text += "; --ca-file names the authorities to trust" }
            throw CommandFailure(.cannotWork, maas.redact(text))
        }
        let file = try values[out]
        do {
            try PrivateFile.write(fixture.pretty + "\n", to: file)
        } catch {
            throw CommandFailure(.ioError, "\(file) cannot be written: \(error)")
        }
        StandardStream.output.write("\(file) written\n")
        return .success
    }
}
