import CommandLine
import Foundation
import MAASClient
import MAASConformance

extension Area: FlagReadable {}

/// `maas-conformance explore`: looks for differences by machine.
enum ExploreCommand {
    static let command = Command(
        "explore", summary: "look for differences of two endpoints with generated sequences of requests",
        discussion: """
            Sequences are made of what the first endpoint's describe/ lists: usual, borderline and wrong values, in every \
            encoding, as administrator, user and nobody. Everything that is made carries a prefix and is removed; nothing \
            else is changed. Between two emulators whose clock is manual time passes too, so that machines come to the end of \
            what they do. A sequence that differs is shrunk and written as a recording to --out. --key is given twice, \
            in order: the first belongs to --target, the second to --against. Exit code: 0 no difference, 1 differences, \
            2 an endpoint cannot be asked, 64 wrong usage, 65 a bad file of rules, 130 interrupted.
            """,
        flags: [
            target, key, against, userKey, caFile, write, seed, steps, sequences, area, only, known, out, report, quiet,
        ], action: run)

    private static let target = Flag<String>(required: "target", "URL", help: "the endpoint to measure from")
    private static let against = Flag<String>(required: "against", "URL", help: "the endpoint to hold against it")
    private static let key = Flag<[String]>("key", "KEY", help: "API key of an administrator; give two, in order")
    private static let userKey = Flag<[String]>(
        "user-key", "KEY", help: "API key of a user who is no administrator; give two, in order")
    private static let caFile = Flag<String?>(
        "ca-file", "FILE", help: "PEM file of the authorities to trust, for https")
    private static let write = Flag<Bool>("write", help: "allow to make things on both endpoints; needed")
    private static let seed = Flag<Int>("seed", "N", default: 1, help: "the same seed asks the same")
    private static let steps = Flag<Int>("steps", "N", default: 50, help: "requests of a sequence at most")
    private static let sequences = Flag<Int>("sequences", "N", default: 20, help: "sequences, each from a clean start")
    private static let area = Flag<[Area]>(
        "area", "NAME", help: "only protocol, vmhosts, compose, machines, interfaces, network or inventory")
    private static let only = Flag<[String]>(
        "only", "PATTERN", help: "only operations that match, such as 'POST zones/*'")
    private static let known = Flag<[String]>(
        "known", "FILE", help: "rules for differences that are expected, each with its reason")
    private static let out = Flag<String?>("out", "DIR", help: "where to write a recording of each difference")
    private static let report = Flag<[String]>(
        "report", "FILE", help: "also write a report; by its ending .xml is JUnit, .json, .html or .tap")
    private static let quiet = Flag<Bool>("quiet", help: "do not list the operations that are alike")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        guard try values[write] else {
            throw UsageError(flag: "write", "is needed: exploring makes things on both endpoints, and removes them")
        }
        let (left, right) = (try endpoint(values, try values[target], 0), try endpoint(values, try values[against], 1))
        var options = Explorer.Options()
        options.seed = UInt64(clamping: try values[seed])
        options.steps = try positive(values, steps)
        options.sequences = try positive(values, sequences)
        options.areas = Set(try values[area])
        options.only = try values[only].map(CasePattern.init)
        options.known = try CaseFiles.known(try values[known])
        let folder = try values[out]
        if let folder { try makeFolder(folder) }
        let reports = try Reports(files: try values[report], quiet: true)
        let explorer = Explorer(left, right, options: options)
        let shows = Terminal.width != nil
        let result: Explorer.Report
        do {
            result = try await Interruption.run {
                try await explorer.run { report in
                    if shows { StandardStream.output.write("\r\u{1B}[K\(report.line)") }
                }
            }
        } catch let error as TargetError {
            throw CommandFailure(.cannotWork, "\(error)")
        } catch is CancellationError {
            return Interruption.exitCode
        }
        if shows { StandardStream.output.write("\r\u{1B}[K") }
        for event in result.events(left, right, seed: options.seed) { reports.record(event) }
        StandardStream.output.write("\(result.line)\n\(result.coverage)\n")
        if let folder { try write(result, to: folder) }
        try reports.check()
        if result.interrupted { return Interruption.exitCode }
        return result.new.isEmpty && result.leftovers.isEmpty ? .success : .failure
    }

    private static func write(_ result: Explorer.Report, to folder: String) throws {
        for (index, finding) in result.findings.enumerated() where finding.known == nil {
            let file = "\(folder)/difference-\(index + 1).jsonl"
            do {
                try PrivateFile.write(finding.recording.text, to: file)
            } catch {
                throw CommandFailure(.ioError, "\(file) cannot be written: \(error)")
            }
            StandardStream.output.write("\(file)  \(finding.steps) requests: \(finding.key)\n")
        }
    }

    private static func makeFolder(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw UsageError(flag: "out", "\(folder) cannot be made: \(FileProblem(error))")
        }
    }

    private static func positive(_ values: ParsedValues, _ flag: Flag<Int>) throws -> Int {
        let number = try values[flag]
        guard number > 0 else { throw UsageError(flag: flag.name, "must be more than 0") }
        return number
    }

    private static func endpoint(_ values: ParsedValues, _ url: String, _ index: Int) throws -> MAASTarget {
        let (keys, userKeys) = (try values[key], try values[userKey])
        guard keys.count == 2 else { throw UsageError(flag: key.name, "must be given twice") }
        guard userKeys.isEmpty || userKeys.count == 2 else {
            throw UsageError(flag: userKey.name, "must be given twice, or not at all")
        }
        do {
            return try MAASTarget(
                url: url, key: keys[index], userKey: userKeys.isEmpty ? nil : userKeys[index],
                caFile: try values[caFile])
        } catch let error as MAASError {
            throw UsageError("\(error)")
        }
    }
}
