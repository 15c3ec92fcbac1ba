extension Tag {
    /// Refuses tags of a disk, partition or VM host that MAAS's column does not take: they are texts of their own there,
    /// not tags of the region.
    package static func check(items: [String]) throws(Refusal) {
        if let index = items.firstIndex(of: "") {
            throw .field(
                "tags", "Item \(index + 1) in the array did not validate: This field cannot be blank.", by: .model)
        }
        if items.contains(where: { $0.unicodeScalars.contains("\0") }) {
            throw .nulInText
        }
    }
}
