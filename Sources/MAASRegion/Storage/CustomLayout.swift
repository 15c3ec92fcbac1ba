import Formats

/// A layout of disks that a script of a machine's commissioning describes (`storage_custom.py`).
struct CustomLayout {
    /// What a description says wrongly.
    struct Fault: Error {
        let message: String
    }

    /// A thing that the layout has.
    enum Entry {
        case disk(table: String, boots: Bool)
        case special
        case filesystem(on: String, type: String)
        case partition(on: String, size: Int, bootable: Bool, after: String)
        case raid(level: Int, members: [String], spares: [String])
        case volumeGroup(members: [String])
        case volume(on: String, size: Int)
        case bcache(backing: String, cache: String, mode: String)

        /// What has to be there before it.
        var needs: Set<String> {
            switch self {
            case .disk, .special: []
            case .filesystem(let on, _), .volume(let on, _): [on]
            case .partition(let on, _, _, let after): after.isEmpty ? [on] : [on, after]
            case .raid(_, let members, let spares): Set(members + spares)
            case .volumeGroup(let members): Set(members)
            case .bcache(let backing, let cache, _): [backing, cache]
            }
        }
    }

    struct Mount {
        let point: String
        let options: String
    }

    /// In an order in which they can be made.
    let entries: [(name: String, entry: Entry)]
    /// By the name of what is mounted.
    let mounts: [String: Mount]

    /// Reads a description: what there is, and what is mounted where.
    /// - Throws: `Fault` in MAAS's words, as far as they are not its schema library's.
    init(_ value: JSONValue) throws(Fault) {
        guard case .object(let layout)? = value["layout"] else {
            throw Fault(message: "Invalid config at top level: 'layout' is a required property")
        }
        guard case .object(let mounts)? = value["mounts"] else {
            throw Fault(message: "Invalid config at top level: 'mounts' is a required property")
        }
        var found: [(name: String, entry: Entry)] = []
        for (name, data) in layout.sorted(by: { $0.key < $1.key }) {
            found += try CustomLayoutDevice(name, data).entries
        }
        let names = Set(found.map(\.name))
        let missing = found.reduce(into: Set<String>()) { $0.formUnion($1.entry.needs) }.subtracting(names)
        for name in missing.sorted() { found.append((name, .disk(table: "", boots: false))) }
        self.mounts = try Self.mounts(mounts, found)
        entries = Self.ordered(found)
    }

    private static func mounts(
        _ mounts: [String: JSONValue], _ entries: [(name: String, entry: Entry)]
    ) throws(Fault) -> [String: Mount] {
        var found: [String: Mount] = [:]
        for (point, data) in mounts.sorted(by: { $0.key < $1.key }) {
            guard let device = data["device"]?.string else {
                throw Fault(message: "Invalid config at mounts/\(point): 'device' is a required property")
            }
            guard entries.contains(where: { $0.name == "\(device)[fs]" }) else {
                throw Fault(message: "Filesystem not found for device '\(device)'")
            }
            found[device] = Mount(point: point, options: data["options"]?.string ?? "")
        }
        let unmounted = entries.filter { entry in
            if case .special = entry.entry { found[entry.name] == nil } else { false }
        }
        if !unmounted.isEmpty {
            let names = unmounted.map(\.name).joined(separator: ", ")
            throw Fault(message: "Special device(s) missing mountpoint: \(names)")
        }
        return found
    }

    /// What others need first. What needs itself, be it through others, is left out; MAAS never ends over it.
    private static func ordered(_ entries: [(name: String, entry: Entry)]) -> [(name: String, entry: Entry)] {
        var missing = entries.map(\.entry.needs.count)
        var waiting: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            for need in entry.entry.needs { waiting[need, default: []].append(index) }
        }
        var order: [(name: String, entry: Entry)] = []
        var ready = entries.indices.filter { missing[$0] == 0 }
        while !ready.isEmpty {
            order += ready.map { entries[$0] }
            var next: [Int] = []
            for index in ready {
                for other in waiting.removeValue(forKey: entries[index].name) ?? [] {
                    missing[other] -= 1
                    if missing[other] == 0 { next.append(other) }
                }
            }
            ready = next.sorted()
        }
        return order
    }

    /// The names of the machine's own disks.
    var disks: Set<String> {
        Set(entries.filter { if case .disk = $0.entry { true } else { false } }.map(\.name))
    }
}
