import Formats
import MAASRegion
import SQLite

extension Form {
    /// The name of a node in `hostname`, cut at its first dot where there is one: what follows is a domain. MAAS says
    /// what is wrong with the text as a whole, and then whether there is such a domain; only a name with which nothing is
    /// wrong is looked for.
    mutating func nodeName(
        _ db: Connection, besides node: Node?
    ) throws -> (label: FormField<String>, domain: Domain?) {
        let field = raw("hostname")
        guard let name = field.value else { return (field, nil) }
        let length = name.unicodeScalars.count
        guard length <= 255 else {
            add("hostname", "Hostname is too long.  Maximum allowed is 255 characters.")
            add("hostname", "Ensure this value has at most 255 characters (it has \(length)).")
            return (.absent, nil)
        }
        var isRefused = false
        if let problem = Hostname.problem(name) {
            add("hostname", problem)
            isRefused = true
        }
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var domain: Domain?
        if parts.count == 2 {
            domain = try Domain.find(db, name: parts[1])
            if domain == nil {
                add("hostname", "Nonexistant domain.")
                isRefused = true
            }
        }
        if !isRefused { try refuse(takenHostname: parts[0], db, besides: node) }
        return (isRefused ? .absent : .value(parts[0]), domain)
    }
}
