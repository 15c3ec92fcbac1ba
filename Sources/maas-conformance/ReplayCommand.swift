import CommandLine
import Foundation
import MAASConformance

/// `maas-conformance replay`: a recording on any endpoint, or as a case.
enum ReplayCommand {
    static let command = Command(
        "replay", summary: "play a recording of 'record' or 'explore' on an endpoint and compare the answers",
        discussion: """
            Ids, generated names and times of the two are matched as they appear. What the replay made is removed at the \
            end. With --as-case nothing is sent: the recording becomes a case on standard output, or in the file of \
            --out, for 'run --cases'. Exit code: 0 every answer is as it was recorded, 1 one is not, 2 the endpoint \
            cannot be asked, 64 wrong usage, 65 a bad recording, 130 interrupted.
            """,
        flags: TargetFlags.all + [write, keep, patience, report, quiet, asCase, out],
        operands: [.init("FILE", help: "the recording")], action: run)

    private static let write = Flag<Bool>(
        "write", help: "allow to send more than GET to a target that is not the emulator")
    private static let keep = Flag<Bool>("keep", help: "do not remove what the replay made")
    private static let patience = Flag<Int>(
        "patience", "SECONDS", default: 60, help: "how long to wait for what the recorded client waited for")
    private static let report = Flag<[String]>(
        "report", "FILE", help: "also write a report; by its ending .xml is JUnit, .json, .html or .tap")
    private static let quiet = Flag<Bool>("quiet", help: "do not list the answers that are alike")
    private static let asCase = Flag<Bool>("as-case", help: "write a case in the format of conformance/ instead")
    private static let out = Flag<String?>("out", "FILE", help: "with --as-case: the file to write")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let recording = try read(values.operands[0])
        if try values[asCase] { return try writeCase(recording, values) }
        var options = Replayer.Options()
        options.mayWrite = try values[write]
        options.cleansUp = try !values[keep]
        options.patience = try values[patience]
        let reports = try Reports(files: try values[report], quiet: try values[quiet])
        let target = try TargetFlags.readMAAS(values)
        let replayer = Replayer(target: target, options: options)
        let summary: RunSummary
        do {
            summary = try await Interruption.run { try await replayer.run(recording, reports.record) }
        } catch let error as TargetError {
            throw CommandFailure(.cannotWork, "\(error)")
        } catch is CancellationError {
            return Interruption.exitCode
        }
        try reports.check()
        if let reason = summary.wentAway { throw CommandFailure(.cannotWork, "the target went away: \(reason)") }
        if summary.interrupted { return Interruption.exitCode }
        return summary.isGood ? .success : .failure
    }

    static func read(_ file: String) throws -> Recording {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure(.dataError, "\(file) cannot be read: \(FileProblem(error))")
        }
        do {
            return try Recording(text: text, file: file)
        } catch let error as RecordingError {
            throw CommandFailure(.dataError, "\(error)")
        }
    }

    private static func writeCase(_ recording: Recording, _ values: ParsedValues) throws -> ExitCode {
        let name = URL(filePath: values.operands[0]).deletingPathExtension().lastPathComponent
        let text: String
        do {
            text = try recording.asCase(named: name)
        } catch let error as RecordingError {
            throw CommandFailure(.dataError, "\(values.operands[0]): \(error)")
        }
        guard let file = try values[out] else {
            StandardStream.output.write(text)
            return .success
        }
        do {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure(.ioError, "\(file) cannot be written: \(FileProblem(error))")
        }
        return .success
    }
}
