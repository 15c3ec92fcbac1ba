import SQLite

extension Node {
    /// What the kernel is told that the machine boots from the network: the setting for all machines, then what its tags
    /// say, by their names (`get_effective_kernel_options`).
    package func kernelOptions(_ state: RegionState) throws -> String {
        let general = try Configuration.value("kernel_opts", state)?.string ?? ""
        let ofTags = try state.db.query(
            """
            SELECT kernel_opts FROM node_tags JOIN tags ON tags.id = tag_id
            WHERE node_id = ? AND kernel_opts <> '' ORDER BY name
            """, id
        ) { try $0["kernel_opts"] as String }
        return ([general] + ofTags).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
