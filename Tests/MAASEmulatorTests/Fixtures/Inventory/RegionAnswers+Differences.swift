import Formats

@testable import MAASRegion

/// Where two regions answer otherwise, but for what a fixture does not hold.
extension RegionAnswers {
    static func differences(_ left: RegionAnswers, _ right: RegionAnswers) -> [String] {
        let (one, other) = (left.looked, right.looked)
        return one.union(other).sorted().flatMap { name -> [String] in
            guard one.contains(name), let first = left.answers[name] else { return ["\(name): only in the second"] }
            guard other.contains(name), let second = right.answers[name] else { return ["\(name): only in the first"] }
            return Comparison(name).differences(first, second, at: name)
        }
    }

    /// What is compared: not what has another number in another region, nor what is no more in the last run of
    /// scripts.
    private var looked: Set<String> {
        Set(answers.keys.filter { !isPast($0) && !Self.isUnnumbered($0) && !(hasLived && Self.isLeftOut($0)) })
    }

    /// What scripts printed, and what nothing but files of users holds.
    private static func isLeftOut(_ name: String) -> Bool {
        name.hasPrefix("files/") || name.contains("op=details") || name.contains("results/")
            || (name.hasPrefix("nodes/") && name.contains("/devices/"))
    }

    private func isPast(_ name: String) -> Bool {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count > 3, parts[0] == "nodes", parts[2] == "results" else { return false }
        let node = ["machines", "rackcontrollers", "regioncontrollers"].lazy
            .compactMap { answers["\($0)/\(parts[1])/"]?["body"] }.first
        let current = ["commissioning", "testing", "installation"].map { node?["current_\($0)_result_id"]?.integer }
        return !current.contains(Int(parts[3]) ?? -1)
    }

    /// Things whose numbers a fixture does not have, since they follow from what it says.
    fileprivate static func isUnnumbered(_ path: String) -> Bool {
        guard ["virtual-machines/", "keys/", "/devices/"].contains(where: path.contains) else { return false }
        return path.contains(/(virtual-machines|sshkeys|sslkeys|nodes\/[a-z0-9]+\/devices)\/[0-9]+/)
    }
}

/// The comparison of one answer of two regions.
private struct Comparison {
    private let hasNumbers: Bool
    private let name: String

    init(_ name: String) {
        self.name = name
        hasNumbers = !["results/", "virtual-machines/", "account/prefs/", "/devices/"].contains(where: name.contains)
    }

    func differences(_ left: JSONValue, _ right: JSONValue, at place: String) -> [String] {
        if left == right { return [] }
        switch (left, right) {
        case (.object(let one), .object(let other)):
            let keys = Set(one.keys).union(other.keys).filter { !isIgnored($0, in: one) }
            return keys.sorted().flatMap {
                differences(one[$0] ?? .string("(none)"), other[$0] ?? .string("(none)"), at: "\(place) .\($0)")
            }
        case (.array(let one), .array(let other)) where one.count == other.count:
            return zip(ordered(one), ordered(other)).enumerated().flatMap {
                differences($1.0, $1.1, at: "\(place)[\($0)]")
            }
        case (.string(let one), .string(let other)):
            let (one, other) = (Self.withoutKeys(one), Self.withoutKeys(other))
            if one == other || (RegionAnswers.isUnnumbered(one) && RegionAnswers.isUnnumbered(other)) { return [] }
            let same = zip(one, other).prefix { $0 == $1 }.count
            let parts = [one, other].map { $0.dropFirst(max(0, same - 30)).prefix(90) }
            return ["\(place): …\(parts[0]) != …\(parts[1])"]
        default: return ["\(place): \(left.text.prefix(300)) != \(right.text.prefix(300))"]
        }
    }

    /// Times are those of the making.
    private static let times: Set = [
        "created", "updated", "last_sync", "next_sync", "started", "ended", "runtime", "starttime", "endtime",
        "last_ping", "last_seen", "last_deployed", "estimated_runtime", "first_seen", "last_update",
    ]

    private func isIgnored(_ key: String, in members: [String: JSONValue]) -> Bool {
        switch key {
        // BMCs, and interfaces that only hold an address, have numbers of their own.
        case "id":
            !hasNumbers || members["type"] == .string("unknown")
                || (members["power_type"] != nil && members["nodes"] != nil)
        case "machine_id": name == "virtual-machines/"
        case "virtualmachine_id": members[key] != .null
        // Marks of groups are made with the groups, and so are the versions of texts.
        case "uuid": members["fstype"]?.string.map { !Filesystem.formats.contains($0) } ?? false
        case "history": true
        default: Self.times.contains(key)
        }
    }

    /// A list by the names of what is in it: MAAS lists things by their last changes.
    private func ordered(_ elements: [JSONValue]) -> [JSONValue] {
        elements.map { (key: key($0), value: $0) }.sorted { $0.key < $1.key }.map(\.value)
    }

    private func key(_ value: JSONValue) -> String {
        guard case .object(let members) = value else { return value.text }
        let words = [
            members["node"]?["system_id"]?.string, members["system_id"]?.string, members["identifier"]?.string,
            members["pci_address"]?.string, members["name"]?.string, members["username"]?.string,
            members["ip"]?.string, members["fstype"]?.string, members["start"]?.string,
        ]
        let number = hasNumbers ? members["id"]?.integer.map { String(1_000_000_000 + $0) } : nil
        return ([number] + words).compactMap(\.self).joined(separator: " ")
    }

    /// A text without the keys that are drawn for a machine.
    private static func withoutKeys(_ text: String) -> String {
        guard text.contains("token_key") else { return text }
        return text.replacing(/(consumer_key|token_key|token_secret)(: |=)[A-Za-z0-9]+/, with: { "\($0.output.1)=K" })
    }
}
