import Foundation

/// What is wrong with a file of cases, and where.
public struct CaseFileError: Error, Sendable, CustomStringConvertible {
    /// The file, and in it the key or the case and step.
    public var place: String
    /// What is wrong there; it continues the sentence that begins with the place.
    public let reason: String

    init(_ place: String, _ reason: String) {
        self.place = place
        self.reason = reason
    }

    /// Place and reason on one line.
    public var description: String { "\(place): \(reason)" }
}

/// Reads a file of cases; the format is described in `conformance/README.md`. Unknown keys are errors.
enum CaseFile {
    /// - Throws: `CaseFileError`.
    static func cases(in text: String, file: String) throws -> [Case] {
        let json: JSON
        do {
            json = try JSON(parsing: text, repeatedKeys: .refused)
        } catch {
            throw CaseFileError(file, "\(error)")
        }
        do {
            try check(json, "", ["about", "area", "needs", "versions", "cases"])
            guard let area = json["area"]?.text.flatMap(Area.init) else {
                throw CaseFileError("area", "must be one of " + Area.allCases.map(\.rawValue).joined(separator: ", "))
            }
            let needs = try capabilities(json["needs"], "needs")
            let versions = try range(json["versions"], "versions")
            return try list(json["cases"], "cases").enumerated().map { index, item in
                try read(item, "cases.\(index)", area, needs, versions)
            }
        } catch let error as CaseFileError {
            throw CaseFileError(error.place.isEmpty ? file : "\(file): \(error.place)", error.reason)
        }
    }

    private static func read(_ json: JSON, _ at: String, _ area: Area, _ needs: [Capability], _ versions: VersionRange)
        throws
        -> Case
    {
        try check(json, at, ["id", "title", "source", "link", "versions", "needs", "alone", "readOnly", "steps"])
        let id = try string(json["id"], "\(at).id")
        guard id.hasPrefix(area.rawValue + "."), id.split(separator: ".").count >= 3,
            id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || ".-".contains($0)) })
        else { throw CaseFileError("\(at).id", "'\(id)' must read \(area.rawValue).subject.what, lower case") }
        let steps = try list(json["steps"], "\(at).steps").enumerated().map { index, item in
            try WireStepReader(at: "\(id) step \(index + 1)").read(item, number: index + 1)
        }
        guard !steps.isEmpty else { throw CaseFileError("\(at).steps", "has no steps") }
        let changes = steps.contains {
            $0.request.method != "GET" && $0.request.method != "OPTIONS" && $0.request.method != "HEAD"
        }
        return Case(
            id: id, title: try string(json["title"], "\(at).title"), layer: .wire, area: area,
            source: try string(json["source"], "\(at).source"), link: json["link"]?.text,
            versions: json["versions"] == nil ? versions : try range(json["versions"], "\(at).versions"),
            needs: needs + (try capabilities(json["needs"], "\(at).needs")),
            writes: changes && !(json["readOnly"]?.truth ?? false), alone: json["alone"]?.truth ?? false,
            body: .wire(steps))
    }

    static func check(_ json: JSON, _ at: String, _ keys: Set<String>) throws {
        guard let members = json.members else { throw CaseFileError(at, "must be an object") }
        for member in members where !keys.contains(member.key) {
            throw CaseFileError(at.isEmpty ? member.key : "\(at).\(member.key)", "is no key that is known here")
        }
    }

    static func string(_ json: JSON?, _ at: String) throws -> String {
        guard let text = json?.text, !text.isEmpty else { throw CaseFileError(at, "must be a text") }
        return text
    }

    static func list(_ json: JSON?, _ at: String) throws -> [JSON] {
        guard let elements = json?.elements else { throw CaseFileError(at, "must be a list") }
        return elements
    }

    static func range(_ json: JSON?, _ at: String) throws -> VersionRange {
        guard let json else { return .all }
        guard let range = json.text.flatMap(VersionRange.init) else {
            throw CaseFileError(at, "must read 3.5-3.7, 3.5-, -3.8 or 3.7")
        }
        return range
    }

    private static func capabilities(_ json: JSON?, _ at: String) throws -> [Capability] {
        guard let json else { return [] }
        return try list(json, at).map { item in
            guard let capability = item.text.flatMap(Capability.init) else {
                throw CaseFileError(
                    at, "'\(item.plain)' is none of " + Capability.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return capability
        }
    }
}

extension CaseFileError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
