import Formats
import MAASRegion
import SQLite

/// When no machine satisfies an allocation, MAAS composes one on a VM host that can; it goes with its release.
struct ImplicitCompose {
    let context: Context
    let constraints: NodeConstraints

    /// The new machine, free to be taken; `nil` when no VM host will do. Hosts that cannot over-commit come first.
    package func compose() throws -> Node? {
        let parameters = request()
        let caller = try context.caller()
        let hosts = try candidates()
        let ordered =
            hosts.filter { !$0.capabilities.contains("over_commit") }
            + hosts.filter { $0.capabilities.contains("over_commit") }
        for host in ordered where host.capabilities.contains("composable") {
            // What one host refuses, another may do; nothing of a refused attempt stays.
            if let node = try attempt(parameters, on: host, for: caller) { return node }
        }
        return nil
    }

    private func attempt(_ parameters: Parameters, on host: VMHost, for caller: User) throws -> Node? {
        do {
            return try context.db.transaction {
                let request = try ComposeRequest(parameters, on: host, context.state)
                return try Composer(context.state, user: caller).compose(request, on: host, dynamic: true)
            }
        } catch is Refusal {
            return nil
        }
    }

    /// The VM hosts that the constraints leave. Tags are compared as they were sent, commas included.
    private func candidates() throws -> [VMHost] {
        let form = context.form
        let tags = form.all("tags")
        let notTags = form.all("not_tags")
        let zone = try form["zone"].flatMap { try Zone.find(context.db, name: $0) }
        let rights = context.user?.rights
        return try VMHost.all(context.db).filter { host in
            // Since 3.8 only in pools that the caller may deploy in.
            if rights?.allow(.deployMachines, pool: host.poolID) == false { return false }
            if let zone, host.zoneID != zone.id { return false }
            if !Set(tags).isSubset(of: host.tags) { return false }
            if !notTags.isEmpty, Set(notTags).isSubset(of: host.tags) { return false }
            let wanted = form.all("pod")
            let types = form.all("pod_type")
            return (wanted.isEmpty || wanted.contains(host.name))
                && (types.isEmpty || types.contains(host.type.rawValue))
                && !form.all("not_pod").contains(host.name) && !form.all("not_pod_type").contains(host.type.rawValue)
        }
    }

    private func request() -> Parameters {
        var pairs: [(name: String, value: String)] = []
        if let cores = constraints.number("cpu_count") { pairs.append(("cores", String(cores))) }
        if let memory = constraints.number("mem") { pairs.append(("memory", String(memory))) }
        if let architecture = constraints.architecture { pairs.append(("architecture", architecture)) }
        if let storage = constraints.storage { pairs.append(("storage", storage.text)) }
        if let interfaces = constraints.interfaces { pairs.append(("interfaces", interfaces.text)) }
        return Parameters(pairs)
    }
}
