import Formats
import MAASRegion
import SQLite

/// Tries what a region of a fixture is for: deploying its machines and composing on its VM hosts. Every trial is undone
/// before the next.
public struct FixtureTrial {
    private let region: Region

    /// - Parameter region: is as it was, when the trials are over.
    public init(_ region: Region) { self.region = region }

    /// Thrown to undo what worked.
    private struct Undo: Error {}

    /// Which machines cannot be deployed and which hosts cannot compose, and why. What is the same for many is said
    /// once.
    public func surprises() throws -> [String] {
        try region.withState { state in
            guard let user = try User.administrator(state.db) else {
                return ["no user is an administrator: nobody can log in to deploy anything"]
            }
            var reasons: [(reason: String, names: [String])] = []
            func note(_ reason: String, _ name: String) {
                if let index = reasons.firstIndex(where: { $0.reason == reason }) {
                    reasons[index].names.append(name)
                } else {
                    reasons.append((reason, [name]))
                }
            }
            for node in try Node.all(state.db, .machine) where node.status == .ready {
                if let reason = try refusal(state, { try deploy(node, state, user) }) {
                    note("cannot be deployed: \(reason)", "machine \(node.hostname)")
                }
            }
            for host in try VMHost.all(state.db) {
                if let reason = try refusal(state, { try compose(on: host, state, user) }) {
                    note("cannot compose: \(reason)", "VM host \(host.name)")
                }
            }
            return reasons.map { "\(Self.list($0.names)) \($0.reason)" }
        }
    }

    private static func list(_ names: [String]) -> String {
        names.count <= 3 ? names.joined(separator: ", ") : "\(names[0]) and \(names.count - 1) more"
    }

    /// Why something is refused; `nil` when it is not. Either way it is undone.
    private func refusal(_ state: RegionState, _ body: () throws -> Void) throws -> String? {
        do {
            try state.db.transaction {
                try body()
                throw Undo()
            }
        } catch is Undo {
        } catch let refusal as Refusal {
            return refusal.text
        }
        return nil
    }

    private func deploy(_ node: Node, _ state: RegionState, _ user: User) throws {
        guard !node.powerType.isEmpty else { throw Refusal.invalid("it has no power type") }
        let (os, series) = (
            try Configuration.text("default_osystem", state), try Configuration.text("default_distro_series", state)
        )
        let arch = node.architecture.split(separator: "/").first.map(String.init) ?? ""
        let images = try BootResource.all(state.db).filter { $0.primaryArchitecture == arch }
        guard images.contains(where: { $0.name == "\(os)/\(series)" }) else {
            throw Refusal.invalid("there is no image of \(os)/\(series) for \(arch)")
        }
        var life = MachineLife(state, node)
        try life.acquire(user)
        var changes = Node.Changes()
        changes.osystem = os
        changes.distroSeries = series
        try life.update(changes)
        try life.startDeployment(user, comment: nil, userData: nil)
        try Node.find(state.db, id: node.id)?.claimAutoAddresses(state)
    }

    private func compose(on host: VMHost, _ state: RegionState, _ user: User) throws {
        guard let storage = StorageConstraints(ComposeRequest.defaultStorage) else { return }
        _ = try Composer(state, user: user).compose(
            ComposeRequest(
                cores: ComposeRequest.defaultCores, pinnedCores: [], memory: ComposeRequest.defaultMemory,
                hugepagesBacked: false, architecture: "amd64/generic", hostname: Node.unusedHostname(state),
                domainID: try Domain.standard(state.db)?.id ?? 0, zoneID: Zone.defaultID,
                poolID: ResourcePool.defaultID, storage: storage,
                skipCommissioning: true), on: host)
    }
}
