/// Known deviations of versions of MAAS from what a case expects (`conformance/deviations/VERSION.json`).
public struct Deviations: Sendable {
    /// One case that is known to fail on one version.
    public struct Deviation: Sendable, Equatable, CustomStringConvertible {
        /// The id of the case.
        public let caseID: String
        /// What that version does instead.
        public let reason: String
        /// Where it can be read up.
        public let link: String?

        /// The reason with its link, as reports show it.
        public var description: String { link.map { "\(reason) <\($0)>" } ?? reason }
    }

    private var byVersion: [String: [Deviation]] = [:]

    /// Those that come with the suite.
    /// - Throws: `CaseFileError`.
    public static func builtIn() throws -> Deviations {
        var deviations = Deviations()
        for file in EmbeddedCases.files where file.path.hasPrefix("deviations/") {
            let version = file.path.dropFirst("deviations/".count).dropLast(".json".count)
            try deviations.add(text: file.text, version: String(version), file: file.path)
        }
        return deviations
    }

    /// None; every failure counts.
    public init() {}

    /// Adds the deviations of a file: a list of objects with `case`, `reason` and perhaps `link`.
    /// - Parameters:
    ///   - text: JSON.
    ///   - version: major and minor, such as `3.7`.
    ///   - file: names the text in errors.
    /// - Throws: `CaseFileError`.
    public mutating func add(text: String, version: String, file: String) throws {
        guard MAASVersion(version) != nil else { throw CaseFileError(file, "is not named after a version") }
        do {
            for (index, item) in try CaseFile.list(try JSON(parsing: text, repeatedKeys: .refused), "").enumerated() {
                try CaseFile.check(item, "\(index)", ["case", "reason", "link"])
                byVersion[version, default: []].append(
                    Deviation(
                        caseID: try CaseFile.string(item["case"], "\(index).case"),
                        reason: try CaseFile.string(item["reason"], "\(index).reason"), link: item["link"]?.text))
            }
        } catch {
            throw CaseFileError(file, "\(error)")
        }
    }

    /// The deviation on record for a case on a version.
    public func deviation(of caseID: String, in version: MAASVersion) -> Deviation? {
        byVersion[version.description]?.first { $0.caseID == caseID }
    }

    /// Every case id on record.
    public var caseIDs: Set<String> { Set(byVersion.values.joined().map(\.caseID)) }
}
