/// Every case of the suite.
public struct CaseCatalog: Sendable {
    /// In the order in which they are numbered and reported.
    public let cases: [Case]

    /// The cases that come with the suite: those of `conformance/*.json` and those in Swift.
    /// - Throws: `CaseFileError`; a test sees to it that it never does.
    public static func builtIn() throws -> CaseCatalog {
        let files = EmbeddedCases.files.filter { !$0.path.contains("/") }
        let wire = try files.flatMap { try CaseFile.cases(in: $0.text, file: $0.path) }
        return try CaseCatalog(
            wire + ClientCases.all + ClientReadCases.all + ClientWriteCases.all + ServiceCases.all
                + MockToLiveCases.all)
    }

    /// - Throws: `CaseFileError` when two cases have one id.
    public init(_ cases: [Case]) throws {
        var seen: Set<String> = []
        for item in cases where !seen.insert(item.id).inserted {
            throw CaseFileError(item.id, "is the id of two cases")
        }
        self.cases = cases
    }

    /// The same with the cases of one more file.
    public func adding(text: String, file: String) throws -> CaseCatalog {
        try CaseCatalog(cases + CaseFile.cases(in: text, file: file))
    }
}

extension CaseCatalog {
    /// Cases for programs: a JSON array with what a report says of each.
    public static func json(_ cases: [Case]) -> String { JSON.array(cases.map(json)).pretty + "\n" }

    private static func json(_ item: Case) -> JSON {
        .object([
            .init("id", .string(item.id)), .init("title", .string(item.title)),
            .init("layer", .string(item.layer.rawValue)), .init("profile", .string(item.area.profile.rawValue)),
            .init("source", .string(item.source)), .init("link", item.link.map { .string($0) } ?? .null),
            .init("versions", .string("\(item.versions)")), .init("only_reads", .bool(item.onlyReads)),
            .init("writes", .bool(item.writes)), .init("needs", .array(item.needs.map { .string($0.rawValue) })),
        ])
    }
}

/// A pattern for case ids: `*` stands for any run of characters.
public struct CasePattern: Sendable, Equatable {
    /// As it was written: `vmhosts.*`.
    public let pattern: String

    /// Any text is a pattern; without a `*` it stands for itself.
    public init(_ pattern: String) { self.pattern = pattern }

    /// True when the whole id is what the pattern stands for.
    public func matches(_ id: String) -> Bool { Self.matches(Substring(pattern), Substring(id)) }

    private static func matches(_ pattern: Substring, _ id: Substring) -> Bool {
        guard let first = pattern.first else { return id.isEmpty }
        if first != "*" { return id.first == first && matches(pattern.dropFirst(), id.dropFirst()) }
        let rest = pattern.drop { $0 == "*" }
        return rest.isEmpty || id.indices.contains { matches(rest, id[$0...]) }
    }
}
