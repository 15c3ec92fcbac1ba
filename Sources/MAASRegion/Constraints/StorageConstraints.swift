import Formats

/// The disks that a compose asks for: `[label:]size[(tag[,tag…])]`, several parted by commas, sizes in GB
/// (MAAS: `node_constraint_filter_forms.py`).
package struct StorageConstraints: Equatable {
    package struct Disk: Equatable {
        /// Empty when none was given; MAAS keeps it nowhere.
        package var label: String
        /// As it was written, in GB of 10⁹ bytes.
        package var size: String
        package var tags: [String]

        /// bytes; more than any pool holds reads as the largest number.
        ///
        /// - Throws: `Refusal.unexpected`, as MAAS fails, for what passed the check and is no number after all, such as `1.2.3`.
        package func bytes() throws(Refusal) -> Int {
            let isNumeral = size.contains { $0 != "." }
            guard isNumeral, let gigabytes = Double(size) ?? Double(size + "0") else {
                throw .unexpected("could not convert string to float: \(pythonQuoted(size))")
            }
            let bytes = gigabytes * 1_000_000_000
            guard bytes.isFinite else { throw .unexpected("cannot convert float infinity to integer") }
            return Int(exactly: bytes.rounded(.towardZero)) ?? Int.max
        }
    }

    /// In the order they were written.
    package let disks: [Disk]

    package init(disks: [Disk]) { self.disks = disks }

    package init?(_ text: String) {
        var scanner = Scanner(text)
        var disks: [Disk] = []
        repeat {
            guard let disk = scanner.disk() else { return nil }
            disks.append(disk)
        } while scanner.take(",")
        guard scanner.isAtEnd else { return nil }
        self.disks = disks
    }

    /// The boot disk, then the others, those with the most tags first.
    package var ordered: [Disk] {
        let others = disks.dropFirst().enumerated().sorted {
            ($1.element.tags.count, $0.offset) < ($0.element.tags.count, $1.offset)
        }
        return disks.prefix(1) + others.map(\.element)
    }

    /// The text that reads as these disks.
    package var text: String {
        disks.map { disk in
            (disk.label.isEmpty ? "" : "\(disk.label):") + disk.size
                + (disk.tags.isEmpty ? "" : "(\(disk.tags.joined(separator: ",")))")
        }.joined(separator: ",")
    }

    private struct Scanner {
        private let scalars: [Unicode.Scalar]
        private var index = 0

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        var isAtEnd: Bool { index == scalars.count }

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard index < scalars.count, scalars[index] == scalar else { return false }
            index += 1
            return true
        }

        private mutating func run(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
            let start = index
            while index < scalars.count, isWanted(scalars[index]) { index += 1 }
            return String(String.UnicodeScalarView(scalars[start..<index]))
        }

        mutating func disk() -> Disk? {
            let start = index
            var label = run { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
            if label.isEmpty || !take(":") {
                label = ""
                index = start
            }
            let size = run { ("0"..."9").contains($0) || $0 == "." }
            if size.isEmpty { return nil }
            guard take("(") else { return Disk(label: label, size: size, tags: []) }
            let tags = run { $0 != ")" }
            guard !tags.isEmpty, take(")") else { return nil }
            return Disk(
                label: label, size: size,
                tags: tags.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
    }
}
