import MAASAPI
import MAASRegion
import Synchronization

/// What a MAAS version serves: its operations and their hash, made once in a process.
struct APISurface: Sendable {
    let table: OperationTable
    /// What the header `X-MAAS-API-Hash` says.
    let hash: String

    private init(_ version: MAASVersion) {
        table = OperationTable(version)
        hash = APIDescription(table, version: version).hash
    }

    private static let known = Mutex<[MAASVersion: APISurface]>([:])

    /// The one of a version.
    static func of(_ version: MAASVersion) -> APISurface {
        known.withLock { known in
            if let surface = known[version] { return surface }
            let surface = APISurface(version)
            known[version] = surface
            return surface
        }
    }
}
