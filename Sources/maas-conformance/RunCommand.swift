import CommandLine
import Foundation
import MAASClient
import MAASConformance

extension Profile: FlagReadable {}

/// `maas-conformance run`.
enum RunCommand {
    static let command = Command(
        "run", summary: "run the suite against a target",
        discussion: """
            Everything that is created carries the run's prefix and is removed at the end, also after a failure or \
            Ctrl-C. Exit code: 0 all passed, 1 something failed, 2 the suite could not do its work \
            (unreachable, bad key, target gone in mid-run), 64 wrong usage, 65 a bad case file, 130 interrupted. The \
            target conforms when all that the profile holds ran; a run of a part says so.
            """,
        flags: TargetFlags.all + [
            profile, only, skip, write, deploy, vmHost, subnet, zone, pool, report, timeout, parallel, cases,
            deviations, quiet,
        ], action: run)

    private static let profile = Flag<[Profile]>(
        "profile", "NAME",
        help:
            "read-only (default; sends nothing but GET), core, lxd, network, inventory or all (default on the emulator)"
    )
    private static let only = Flag<[String]>(
        "only", "PATTERN", help: "only cases whose id matches, such as vmhosts.read.*")
    private static let skip = Flag<[String]>("skip", "PATTERN", help: "no cases whose id matches")
    private static let write = Flag<Bool>(
        "write", help: "allow to send more than GET to a target that is not the emulator")
    private static let deploy = Flag<Bool>(
        "deploy", help: "also run cases that wait until a machine is deployed, up to 30 minutes each, on such a target")
    private static let vmHost = Flag<String?>("vm-host", "NAME", help: "the VM host to compose on")
    private static let subnet = Flag<String?>("subnet", "CIDR", help: "the subnet to take addresses from")
    private static let zone = Flag<String?>("zone", "NAME", help: "compose only on VM hosts of this zone")
    private static let pool = Flag<String?>("pool", "NAME", help: "compose only on VM hosts of this resource pool")
    private static let report = Flag<[String]>(
        "report", "FILE", help: "also write a report; by its ending .xml is JUnit, .json, .html or .tap")
    private static let timeout = Flag<Int>(
        "timeout", "SECONDS", default: 300, help: "seconds that a case may take, beyond what it waits for a machine")
    private static let parallel = Flag<Int>("parallel", "N", default: 4, help: "cases at once")
    private static let cases = Flag<[String]>("cases", "FILE", help: "also run the cases of this file")
    private static let deviations = Flag<[String]>(
        "deviations", "FILE", help: "known deviations besides the suite's own; the file is named VERSION.json")
    private static let quiet = Flag<Bool>("quiet", help: "do not list the cases that passed")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        var options = RunOptions()
        let profiles = try values[profile]
        options.profiles = profiles.isEmpty ? nil : Set(profiles)
        options.only = try values[only].map(CasePattern.init)
        options.skip = try values[skip].map(CasePattern.init)
        options.mayWrite = try values[write]
        options.mayDeploy = try values[deploy]
        options.allowance = Allowance(
            vmHost: try values[vmHost], subnet: try values[subnet], zone: try values[zone], pool: try values[pool])
        options.timeout = try positive(values, timeout)
        options.parallel = try positive(values, parallel)
        options.deviations = try CaseFiles.deviations(adding: try values[deviations])
        let catalog = try CaseFiles.catalog(adding: try values[cases])
        guard
            catalog.cases.contains(where: { item in
                options.only.isEmpty || options.only.contains { $0.matches(item.id) }
            })
        else { throw UsageError(flag: only.name, "matches no case; 'maas-conformance list' shows them") }
        let reports = try Reports(files: try values[report], quiet: try values[quiet])
        let target = try TargetFlags.read(values, requestTimeout: options.timeout)
        let runner = Runner(catalog: catalog, target: target, options: options)
        let summary: RunSummary
        do {
            summary = try await Interruption.run { try await runner.run(reports.record) }
        } catch let error as TargetError {
            throw CommandFailure(.cannotWork, "\(error)")
        } catch is CancellationError {
            return Interruption.exitCode  // before the first case
        }
        try reports.check()
        if let reason = summary.wentAway {
            throw CommandFailure(
                .cannotWork,
                "the target went away in mid-run: \(reason); what the run made there may be left ('maas-conformance clean')"
            )
        }
        if summary.interrupted { return Interruption.exitCode }
        return summary.isGood ? .success : .failure
    }

    private static func positive(_ values: ParsedValues, _ flag: Flag<Int>) throws -> Int {
        let number = try values[flag]
        guard number > 0 else { throw UsageError(flag: flag.name, "must be more than 0") }
        return number
    }
}
