import MAASRegion

/// What names of a fixture stand for, found once: thousands of machines name the same few zones, tags and networks, and
/// nothing that is named goes away while a fixture is loaded.
final class FixtureLookups {
    private var ids: [String: Int] = [:]
    private var subnets: [Int: Subnet] = [:]

    /// The id of what a name of some list stands for; `find` is asked for it until there is one.
    func id(_ list: String, _ name: String, _ find: () throws -> Int?) rethrows -> Int? {
        let key = "\(list) \(name)"
        if let known = ids[key] { return known }
        let found = try find()
        ids[key] = found
        return found
    }

    /// The subnet of an id.
    func subnet(_ id: Int, _ find: () throws -> Subnet?) rethrows -> Subnet? {
        if let known = subnets[id] { return known }
        let found = try find()
        subnets[id] = found
        return found
    }
}
