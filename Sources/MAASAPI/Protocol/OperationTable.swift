import MAASRegion

/// Every endpoint that the emulator has. What is not here does not exist.
package struct OperationTable: Sendable {
    package let resources: [Resource]
    /// Where the resources are whose paths begin with a word.
    private let places: [String: [Int]]

    /// The table of one MAAS version.
    package init(_ version: MAASVersion) {
        resources = Self.everything.compactMap { $0.version(version) }
        places = Dictionary(grouping: resources.indices) { [resources] in resources[$0].path.firstWord }
    }

    package struct Match {
        package let resource: Resource
        package let values: [String: String]
        /// The `op` that stood at the end of the path.
        package let operationSuffix: String?
    }

    /// The resource that a path names.
    package func match(_ path: PathParts) -> Match? {
        let places = places[path.segments.first ?? ""] ?? []
        if let (head, op) = path.operationSuffix {
            for place in places {
                guard let values = resources[place].path.match(head) else { continue }
                let resource = resources[place]
                if (resource.operations + (resource.anonymous ?? [])).contains(where: { $0.op == op }) {
                    return Match(resource: resource, values: values, operationSuffix: op)
                }
            }
        }
        for place in places {
            if let values = resources[place].path.match(path) {
                return Match(resource: resources[place], values: values, operationSuffix: nil)
            }
        }
        return nil
    }
}
