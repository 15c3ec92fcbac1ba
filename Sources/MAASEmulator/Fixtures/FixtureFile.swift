import Formats
import Foundation

/// A fixture in a file, which may be made of others: `"include": "base.json"`, or a list of such paths, which are seen
/// from the file that names them. Lists are put one after the other, the included ones first; of objects the including
/// file's keys go before.
public struct FixtureFile: Sendable {
    /// The fixture as one text.
    public let bytes: [UInt8]
    private let path: String
    /// Where the elements of lists come from: the list's first elements from the first file.
    private let origins: [(list: String, file: String, first: Int, count: Int)]

    fileprivate struct Part {
        var members: [String: JSONValue]
        var origins: [(list: String, file: String, first: Int, count: Int)]
    }

    /// Reads a file with all that it includes.
    /// - Throws: `FixtureError` for what is not JSON, and for what cannot be included; what `Data` throws for a file
    ///   that cannot be read.
    public init(path: String) throws {
        self.path = path
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let bytes = [UInt8](data)
        guard data.range(of: Data("\"include\"".utf8)) != nil,
            let part = try Self.part(bytes, path, [URL(fileURLWithPath: path).standardizedFileURL.path])
        else {
            self.bytes = bytes
            origins = []
            return
        }
        self.bytes = Array(JSONValue.object(part.members).text.utf8)
        origins = part.origins
    }

    /// - Returns: `nil` for a fixture that includes nothing.
    private static func part(_ bytes: [UInt8], _ path: String, _ seen: [String]) throws -> Part? {
        let value: JSONValue
        do { value = try FixtureText.read(bytes) } catch var error as FixtureError {
            error.file = path
            throw error
        }
        guard case .object(var members) = value, let included = members.removeValue(forKey: "include") else {
            return nil
        }
        var whole = Part(members: [:], origins: [])
        for (index, name) in (included.string.map { [$0] } ?? included.strings).enumerated() {
            let url = URL(fileURLWithPath: name, relativeTo: URL(fileURLWithPath: path).deletingLastPathComponent())
                .standardizedFileURL
            func refuse(_ reason: String) -> FixtureError {
                FixtureError(
                    file: path, path: included.string == nil ? "include[\(index)]" : "include", reason: reason)
            }
            guard !seen.contains(url.path) else { throw refuse("\(name) includes itself") }
            guard let data = try? Data(contentsOf: url) else { throw refuse("\(name) cannot be read") }
            let shown = name.hasPrefix("/") ? name : url.path(relativeTo: path, name)
            if let part = try part([UInt8](data), shown, seen + [url.path]) {
                whole.add(part)
            } else if case .object(let other) = try FixtureText.read([UInt8](data)) {
                whole.add(Part(members: other, origins: origins(of: other, shown)))
            }
        }
        whole.add(Part(members: members, origins: origins(of: members, path)))
        return whole
    }

    private static func origins(
        of members: [String: JSONValue], _ file: String
    ) -> [(list: String, file: String, first: Int, count: Int)] {
        members.compactMap { key, value in
            guard case .array(let elements) = value else { return nil }
            return (key, file, 0, elements.count)
        }
    }

    /// Says of a complaint which file it is about, and where in that.
    public func located(_ error: FixtureError) -> FixtureError {
        var all = [error] + error.further
        for index in all.indices {
            all[index].further = []
            all[index].file = all[index].file ?? path
            guard let match = all[index].path.firstMatch(of: /^([a-z_]+)\[([0-9]+)\]/), let number = Int(match.2),
                let origin = origins.first(where: {
                    $0.list == match.1 && ($0.first..<($0.first + $0.count)).contains(number)
                })
            else { continue }
            all[index].file = origin.file
            all[index].path.replaceSubrange(match.range, with: "\(match.1)[\(number - origin.first)]")
        }
        return FixtureError(all) ?? error
    }
}

extension FixtureFile.Part {
    /// Puts another part after this one.
    mutating func add(_ other: Self) {
        for origin in other.origins {
            var origin = origin
            if case .array(let elements)? = members[origin.list] { origin.first += elements.count }
            origins.append(origin)
        }
        members.merge(other.members) { old, new in Self.joined(old, new) }
    }

    private static func joined(_ old: JSONValue, _ new: JSONValue) -> JSONValue {
        switch (old, new) {
        case (.array(let old), .array(let new)): .array(old + new)
        case (.object(let old), .object(let new)): .object(old.merging(new) { joined($0, $1) })
        default: new
        }
    }
}

extension URL {
    /// How people would name an included file: beside the one that includes it.
    fileprivate func path(relativeTo file: String, _ name: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return name }
        return file[...slash] + name
    }
}
