import Foundation

/// Which VM hosts are wanted; what is left out or empty matches all.
public struct VMHostFilter: Sendable, Equatable {
    /// `lxd` or `virsh`.
    public var type: String?
    /// A zone's name.
    public var zone: String?
    /// A resource pool's name.
    public var pool: String?
    /// All of them must be there.
    public var tags: [String] = []

    /// Wants what is named and takes anything for the rest.
    public init(type: String? = nil, zone: String? = nil, pool: String? = nil, tags: [String] = []) {
        (self.type, self.zone, self.pool, self.tags) = (type, zone, pool, tags)
    }

    /// - Throws: `MAASError.invalidArgument` for a name that is no filter.
    public init(_ params: Params) throws(MAASError) {
        for item in params.items where !["type", "zone", "pool", "tags"].contains(item.name) {
            throw .invalidArgument(name: item.name, reason: "VM hosts are filtered by type, zone, pool and tags")
        }
        type = params["type"]
        zone = params["zone"]
        pool = params["pool"]
        tags = params.all("tags").flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
            .filter { !$0.isEmpty }
    }

    /// True for a host that has everything that is wanted.
    public func matches(_ host: VMHost) -> Bool {
        func agrees(_ wanted: String?, _ value: String) -> Bool { wanted.map { $0.isEmpty || $0 == value } ?? true }
        return agrees(type, host.type) && agrees(zone, host.zone.name) && agrees(pool, host.resourcePool.name)
            && tags.allSatisfy(host.tags.contains)
    }
}
