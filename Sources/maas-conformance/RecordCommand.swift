import CommandLine
import Foundation
import MAASClient
import MAASConformance

/// `maas-conformance record`: a proxy that keeps what clients and a MAAS say to each other.
enum RecordCommand {
    static let command = Command(
        "record", summary: "stand between unmodified clients and a MAAS and write what they say to a recording",
        discussion: """
            Clients get the address that is printed as their endpoint, and any API key: requests are signed anew with \
            --key. The recording holds no passwords, keys and certificates. With --against everything is sent to a second \
            endpoint as well, with ids translated, and what a client would have seen there is compared; --key is then given \
            twice, the second for --against. Ctrl-C or SIGTERM ends it. Exit code: 0, or 1 when --against answered \
            differently, 2 an endpoint cannot be asked, 64 wrong usage, 74 the recording cannot be written.
            """,
        flags: [
            target, key, userKey, listen, out, against, caFile, tlsCert, tlsKey, write, keep, report, quiet,
        ], action: run)

    private static let target = Flag<String>(required: "target", "URL", help: "the MAAS that answers the clients")
    private static let key = Flag<[String]>(
        "key", "KEY", help: "its API key; given twice, the second is that of --against")
    private static let userKey = Flag<[String]>(
        "user-key", "KEY", help: "API key of a user who is no administrator, for clients that use it; as --key")
    private static let listen = Flag<String>(
        "listen", "ADDR:PORT", default: "127.0.0.1:5241", help: "where clients find it; port 0 takes a free one")
    private static let out = Flag<String>(required: "out", "FILE", help: "the recording to write")
    private static let against = Flag<String?>("against", "URL", help: "an endpoint to compare with as it goes on")
    private static let caFile = Flag<String?>(
        "ca-file", "FILE", help: "PEM file of the authorities to trust, for https")
    private static let tlsCert = Flag<String?>("tls-cert", "FILE", help: "serve https with this certificate (PEM)")
    private static let tlsKey = Flag<String?>("tls-key", "FILE", help: "its private key (PEM)")
    private static let write = Flag<Bool>(
        "write", help: "allow to send more than GET to an --against that is not the emulator")
    private static let keep = Flag<Bool>("keep", help: "do not remove at the end what was made on --against")
    private static let report = Flag<[String]>(
        "report", "FILE", help: "with --against, also write a report; .xml is JUnit, .json, .html or .tap")
    private static let quiet = Flag<Bool>("quiet", help: "do not list the answers that are alike")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let maas = try endpoint(values, try values[target], 0)
        let other = try values[against].map { try endpoint(values, $0, 1) }
        let (keys, needed) = (try values[key].count, other == nil ? 1 : 2)
        guard keys == needed else {
            throw UsageError(flag: "key", needed == 1 ? "must be given once" : "must be given twice with --against")
        }
        let reports = try Reports(files: try values[report], quiet: try values[quiet])
        if other == nil, try !values[report].isEmpty { throw UsageError(flag: "report", "goes with --against") }
        var options = RecordingProxy.Options(listen: try values[listen])
        options.tls = try tls(values)
        let file = try RecordingFile(try values[out])
        let proxy: RecordingProxy
        do {
            proxy = try await RecordingProxy.start(maas, options) { file.append($0) }
        } catch let error as TargetError {
            throw CommandFailure(.cannotWork, "\(error)")
        }
        StandardStream.output.write(
            "endpoint   \(proxy.endpoint)\nrecords    \(maas.endpoint) into \(try values[out])\n"
                + "stop       Ctrl-C\n")
        let watch = Task {
            try await InterruptSignals.next()
            InterruptSignals.release()
            proxy.stop()
        }
        var code = ExitCode.success
        if let other {
            var play = Replayer.Options()
            (play.mayWrite, play.cleansUp) = (try values[write], try !values[keep])
            do {
                let summary = try await proxy.compare(against: other, play, reports.record)
                try reports.check()
                code = summary.isGood ? .success : .failure
            } catch let error as TargetError {
                proxy.stop()
                throw CommandFailure(.cannotWork, "\(error)")
            }
        }
        _ = try await watch.value
        try file.close()
        StandardStream.output.write("\(proxy.count) exchanges recorded\n")
        return code
    }

    private static func endpoint(_ values: ParsedValues, _ url: String, _ index: Int) throws -> MAASTarget {
        let (keys, userKeys) = (try values[key], try values[userKey])
        guard keys.count > index else {
            throw UsageError(flag: "key", index == 0 ? "is needed" : "must be given twice with --against")
        }
        do {
            return try MAASTarget(
                url: url, key: keys[index], userKey: userKeys.count > index ? userKeys[index] : nil,
                caFile: try values[caFile], timeout: 600)
        } catch let error as MAASError {
            throw UsageError("\(error)")
        }
    }

    private static func tls(_ values: ParsedValues) throws -> (certificate: String, key: String)? {
        let (certificate, key) = (try values[tlsCert], try values[tlsKey])
        guard (certificate == nil) == (key == nil) else { throw UsageError("--tls-cert and --tls-key go together") }
        guard let certificate, let key else { return nil }
        do {
            return (
                try String(contentsOfFile: certificate, encoding: .utf8),
                try String(contentsOfFile: key, encoding: .utf8)
            )
        } catch {
            throw UsageError(flag: "tls-cert", "cannot be read: \(FileProblem(error))")
        }
    }
}
