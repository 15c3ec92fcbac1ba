import CommandLine
import MAASConformance

/// `maas-conformance list`: what there is.
enum ListCommand {
    static let command = Command(
        "list", summary: "list the cases: ids, titles, and what of MAAS they stand on",
        flags: [only, profile, cases, asJSON], action: run)

    private static let only = Flag<[String]>("only", "PATTERN", help: "only cases whose id matches")
    private static let profile = Flag<[Profile]>("profile", "NAME", help: "only cases of this profile")
    private static let cases = Flag<[String]>("cases", "FILE", help: "also list the cases of this file")

    private static let asJSON = Flag<Bool>("json", help: "JSON instead of text")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let patterns = try values[only].map(CasePattern.init)
        let profiles = Set(try values[profile])
        let chosen = try CaseFiles.catalog(adding: try values[cases]).cases.filter { item in
            (patterns.isEmpty || patterns.contains { $0.matches(item.id) })
                && (profiles.isEmpty || item.belongs(to: profiles))
        }
        if try values[asJSON] {
            let sorted = chosen.sorted { $0.id < $1.id }
            StandardStream.output.write(CaseCatalog.json(sorted))
            return .success
        }
        var text = ""
        for item in chosen.sorted(by: { $0.id < $1.id }) {
            var notes = [item.layer.rawValue, item.area.profile.rawValue]
            if item.onlyReads { notes.append("read-only") }
            if item.versions != .all { notes.append("MAAS \(item.versions)") }
            text += "\(item.id)\n    \(item.title)\n    \(item.source)\(item.link.map { " <\($0)>" } ?? "")\n"
            text += "    [\(notes.joined(separator: ", "))]\n"
        }
        StandardStream.output.write(text + "\(chosen.count) cases\n")
        return .success
    }
}
