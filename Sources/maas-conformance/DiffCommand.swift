import CommandLine
import MAASClient
import MAASConformance

/// `maas-conformance diff`: the same requests to two endpoints.
enum DiffCommand {
    static let command = Command(
        "diff", summary: "send the same read-only requests to two endpoints and show what differs",
        discussion: """
            The requests are every collection of the API as the first endpoint describes it, items where they say more, and those of the suite's read-only cases. \
            --target and --key are given twice, in order: the first --key belongs to the first --target. Exit code: 0 no \
            difference, 1 differences, 2 an endpoint gave no answer.
            """,
        flags: [target, key, caFile, ignore, skip, asJSON], action: run)

    private static let target = Flag<[String]>("target", "URL", help: "an endpoint; give two")
    private static let key = Flag<[String]>("key", "KEY", help: "its API key; give two")
    private static let caFile = Flag<String?>(
        "ca-file", "FILE", help: "PEM file of the authorities to trust, for https")
    private static let ignore = Flag<[String]>("ignore", "KEY", help: "a JSON key whose values may differ")

    private static let skip = Flag<[String]>(
        "skip", "PATTERN", help: "no requests whose path matches, such as events/*")
    private static let asJSON = Flag<Bool>("json", help: "JSON instead of text")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let (urls, keys) = (try values[target], try values[key])
        guard urls.count == 2 else { throw UsageError(flag: "target", "must be given twice") }
        guard keys.count == 2 else { throw UsageError(flag: "key", "must be given twice") }
        let sides: [MAASTarget]
        do {
            sides = try zip(urls, keys).map { try MAASTarget(url: $0, key: $1, caFile: try values[caFile]) }
        } catch let error as MAASError {
            throw UsageError("\(error)")
        }
        let ignored = EndpointDiff.volatile.union(try values[ignore])
        let result: EndpointDiff.Result
        do {
            result = try await EndpointDiff(
                sides[0], sides[1], catalog: try CaseCatalog.builtIn(), ignoring: ignored
            ).run(skipping: try values[skip].map(CasePattern.init))
        } catch let error as TargetError {
            throw CommandFailure(.cannotWork, "\(error)")
        }
        if try values[asJSON] {
            StandardStream.output.write(result.json(sides[0].endpoint.description, sides[1].endpoint.description))
            return result.differences.isEmpty ? .success : .failure
        }
        var text = "A  \(sides[0].endpoint)\nB  \(sides[1].endpoint)\n"
        var request = ""
        for difference in result.differences {
            if difference.request != request { text += "\n\(difference.request)\n" }
            request = difference.request
            text += "  \(difference.place)\n    A  \(shown(difference.left))\n    B  \(shown(difference.right))\n"
        }
        StandardStream.output.write(text + "\n\(result.requests) requests, \(result.differences.count) differences\n")
        return result.differences.isEmpty ? .success : .failure
    }

    private static func shown(_ value: String?) -> String {
        guard let value else { return "(nothing)" }
        return value.count > 300 ? value.prefix(300) + "…" : value
    }
}
