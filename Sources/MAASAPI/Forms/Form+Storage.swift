import Formats
import MAASRegion

/// Fields of forms about disks.
extension Form {
    /// A version 4 UUID, with or without hyphens.
    mutating func uuid4(_ name: String) -> FormField<String> {
        let field = raw(name)
        guard let text = field.value else { return field }
        let length = text.unicodeScalars.count
        if length < 32 { add(name, "Ensure this value has at least 32 characters (it has \(length)).") }
        if length > 36 { add(name, "Ensure this value has at most 36 characters (it has \(length)).") }
        let pattern = /[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?4[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}/
        if text.prefixMatch(of: pattern) == nil { add(name, "Enter a valid value.") }
        return errors.contains(name) ? .absent : field
    }

    /// Bytes, or a number with a decimal unit such as `10G`, within bounds (MAAS's `BytesField`).
    package mutating func bytes(_ name: String, required: Bool = false, min: Int? = nil, max: Int? = nil) -> FormField<
        Int
    > {
        let field = untrimmed(name, required: required)
        guard let text = field.value else { return field.map { _ in 0 } }
        guard let size = ByteCount.parse(text) else {
            add(name, "Enter a valid value.")
            return .absent
        }
        if let min, size < min { add(name, "Ensure this value is greater than or equal to \(min).") }
        if let max, size > max { add(name, "Ensure this value is less than or equal to \(max).") }
        return errors.contains(name) ? .absent : .value(size)
    }

    /// An absolute path (MAAS's `AbsolutePathField`).
    mutating func absolutePath(_ name: String, required: Bool = false) -> FormField<String> {
        pattern(name, required: required, maxLength: 4095) { $0.hasPrefix("/") }
    }

    /// One of some disks or partitions, by id or name.
    package mutating func part(_ name: String, of choices: [StorageChoice], required: Bool = false) -> FormField<
        StorageChoice
    > {
        let field = raw(name, required: required)
        guard let text = field.value else { return field.map { _ in StorageChoice(id: 0, name: "") } }
        if let found = choices.first(where: { $0.matches(text) }) { return .value(found) }
        add(name, "Select a valid choice. \(text) is not one of the available choices.")
        return .absent
    }

    /// Some of some disks or partitions, by ids or names; their ids in ascending order, `nil` when one is none of them.
    package mutating func parts(_ name: String, of choices: [StorageChoice]) -> [Int]? {
        var ids: Set<Int> = []
        for text in parameters.all(name) {
            guard let found = choices.first(where: { $0.matches(text) }) else {
                add(name, "Select a valid choice. \(text) is not one of the available choices.")
                return nil
            }
            ids.insert(found.id)
        }
        return ids.sorted()
    }
}

/// A disk, partition or cache set that a form offers.
package struct StorageChoice {
    package let id: Int
    package let name: String

    func matches(_ text: String) -> Bool { text == String(id) || text == name }
}

extension NodeStorage {
    private func isFree(_ place: StoragePlace) -> Bool { !filesystems.contains { $0.place == place } }

    /// Disks with neither a partition table nor a file system.
    var freeDevices: [StorageChoice] {
        devices.filter { $0.partitionTableType == nil && isFree(.device($0.id)) }
            .map { StorageChoice(id: $0.id, name: $0.name) }
    }

    /// Partitions without a file system.
    var freePartitions: [StorageChoice] {
        devices.flatMap(\.partitions).filter { isFree(.partition($0.id)) }
            .map { StorageChoice(id: $0.id, name: $0.name) }
    }

    /// The disks that a group consists of.
    package func devices(in group: FilesystemGroup) -> [StorageChoice] {
        group.parts.compactMap { part in
            guard case .device(let id) = part.filesystem.place, let device = device(id) else { return nil }
            return StorageChoice(id: id, name: device.name)
        }
    }

    /// The partitions that a group consists of.
    package func partitions(in group: FilesystemGroup) -> [StorageChoice] {
        group.parts.compactMap { part in
            guard case .partition(let id) = part.filesystem.place, let found = partition(id) else { return nil }
            return StorageChoice(id: id, name: found.partition.name)
        }
    }
}
