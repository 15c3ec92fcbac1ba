import Formats
import MAASRegion

/// Fields of forms about disks.
extension Form {
    static let nullCharacters = "Null characters are not allowed."

    /// A text that must match a pattern: the messages of everything that is wrong with it (Django's `RegexField`).
    private mutating func matching(
        _ name: String, required: Bool = false, length: ClosedRange<Int> = 0...Int.max, _ isValid: (String) -> Bool
    ) -> FormField<String> {
        let field = unstripped(name, required: required)
        guard let text = field.value else { return field }
        let count = text.unicodeScalars.count
        if count < length.lowerBound {
            add(name, "Ensure this value has at least \(length.lowerBound) characters (it has \(count)).")
        }
        if count > length.upperBound {
            add(name, "Ensure this value has at most \(length.upperBound) characters (it has \(count)).")
        }
        if text.unicodeScalars.contains("\0") { add(name, Self.nullCharacters) }
        if !isValid(text) { add(name, "Enter a valid value.") }
        return errors.contains(name) ? .absent : field
    }

    /// A version 4 UUID, with or without hyphens; MAAS is content when there is one anywhere in the text.
    mutating func uuid4(_ name: String) -> FormField<String> {
        let pattern = /[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?4[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}/
        return matching(name, length: 32...36) { $0.contains(pattern) }
    }

    /// Bytes, or a number with a decimal unit such as `10G`, within bounds (MAAS's `BytesField`). Without a bound of
    /// its own a size must fit into MAAS's column.
    /// - Throws: `Refusal` for a number before a line break, which MAAS's pattern takes and its reader does not.
    package mutating func bytes(
        _ name: String, required: Bool = false, min: Int? = nil, max: Int = Int.max
    ) throws(Refusal) -> FormField<Int> {
        let field = matching(name, required: required) { text in
            ByteCount.exact(text.hasSuffix("\n") ? String(text.dropLast()) : text) != nil
        }
        guard let text = field.value else { return field.map { _ in 0 } }
        guard let size = ByteCount.exact(text) else {
            throw .unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))", .valueError)
        }
        if let min, size < min { add(name, "Ensure this value is greater than or equal to \(min).") }
        if size > max { add(name, "Ensure this value is less than or equal to \(max).") }
        return errors.contains(name) ? .absent : .value(Int(clamping: size))
    }

    /// An absolute path (MAAS's `AbsolutePathField`).
    mutating func absolutePath(_ name: String, required: Bool = false) -> FormField<String> {
        // The end of the pattern stands before a last line break too.
        matching(name, required: required, length: 1...4095) { $0 == "\n" || $0.hasPrefix("/") }
    }

    /// One of some disks or partitions, by id or name.
    package mutating func part(_ name: String, of choices: [StorageChoice], required: Bool = false) -> FormField<
        StorageChoice
    > {
        let field = unstripped(name, required: required)
        guard let text = field.value else { return field.map { _ in StorageChoice(id: 0, name: "") } }
        if let found = choices.first(where: { $0.matches(text) }) { return .value(found) }
        add(name, FieldErrors.unknownChoice(text))
        return .absent
    }

    /// Some of some disks or partitions, by ids or names; their ids in ascending order, `nil` when one is none of them.
    package mutating func parts(_ name: String, of choices: [StorageChoice]) -> [Int]? {
        var ids: Set<Int> = []
        for text in parameters.all(name) {
            guard let found = choices.first(where: { $0.matches(text) }) else {
                add(name, FieldErrors.unknownChoice(text))
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
