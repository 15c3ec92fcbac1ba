import CGnuTLS

/// The description of the API that `describe/` answers, and its hash.
struct APIDescription {
    let table: OperationTable
    let version: MAASVersion

    init(_ table: OperationTable, version: MAASVersion) {
        self.table = table
        self.version = version
    }

    /// SHA-1 over every operation's path, method and op: the same for one version, another when the API differs.
    var hash: String {
        let rows = table.resources.flatMap { resource in
            resource.operations.map { "\(resource.path.text) \($0.method) \($0.op ?? "")" }
        }
        let text = Array(([version.release] + rows.sorted()).joined(separator: "\n").utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        gnutls_hash_fast(GNUTLS_DIG_SHA1, text, text.count, &digest)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
