import MAASRegion

/// Every endpoint that the emulator has. What is not here does not exist.
package struct OperationTable: Sendable {
    package let resources: [Resource]

    /// The table of one MAAS version.
    package init(_ version: MAASVersion) {
        resources = Self.everything.compactMap { $0.version(version) }
    }

    package struct Match {
        package let resource: Resource
        package let values: [String: String]
        /// The `op` that stood at the end of the path.
        package let operationSuffix: String?
    }

    /// The resource that a path names.
    package func match(_ path: PathParts) -> Match? {
        if let (head, op) = path.operationSuffix {
            for resource in resources
            where (resource.operations + (resource.anonymous ?? [])).contains(where: { $0.op == op }) {
                if let values = resource.path.match(head) {
                    return Match(resource: resource, values: values, operationSuffix: op)
                }
            }
        }
        for resource in resources {
            if let values = resource.path.match(path) {
                return Match(resource: resource, values: values, operationSuffix: nil)
            }
        }
        return nil
    }
}
