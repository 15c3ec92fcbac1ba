import MAASRegion

/// `vm-clusters/` and `virtual-machines/` (MAAS: `api/vmcluster.py`, `api/virtualmachine.py`).
enum VMClustersHandler {
    package static let resources = [
        Resource(
            "vm-clusters/", handler: "VmClustersHandler", tier: .a, gone: VMHostsHandler.gone,
            "Read operations for the VM Clusters collection.",
            [.read("List VM clusters", versions: .of(.vmHosts), list)]),
        Resource(
            "vm-clusters/{id}", handler: "VmClusterHandler", tier: .a, gone: VMHostsHandler.gone,
            "Manage a VM cluster.",
            [
                .read("Read a VM cluster", versions: .of(.vmHosts), read),
                .update(
                    "Change a VM cluster",
                    parameters: [
                        "name": "Its name", "zone": "Name of the zone, of its hosts too",
                        "pool": "Name of the resource pool, of its hosts too",
                    ], access: .admin, versions: .of(.vmHosts), update),
                .delete(
                    "Delete a VM cluster with its hosts", parameters: ["decompose": "Destroy the VMs too"],
                    access: .admin, versions: .of(.vmHosts), delete),
            ]),
        Resource(
            "virtual-machines/", handler: "VirtualMachinesHandler", tier: .b, isDescribed: false,
            gone: VMHostsHandler.gone,
            "The virtual machines that MAAS knows of.",
            [
                .read("List virtual machines", versions: .of(.vmHosts), listMachines),
                .create("Record a virtual machine: MAAS fails at it", versions: .of(.vmHosts), create),
            ]),
        Resource(
            "virtual-machines/{id}", handler: "VirtualMachineHandler", tier: .b, isDescribed: false,
            gone: VMHostsHandler.gone,
            "A virtual machine that MAAS knows of.",
            [.read("Read a virtual machine", versions: .of(.vmHosts), readMachine)]),
    ]

    /// MAAS has the operation without a form to read it with.
    private static func create(_ context: Context) throws -> Reply {
        throw Refusal.unexpected("'NoneType' object is not callable")
    }

    private static func list(_ context: Context) throws -> Reply {
        try Reply.json { json in
            try json.array(of: VMCluster.all(context.db)) { try $1.write(context.db, into: &$0) }
        }
    }

    /// What the generic reader of MAAS's REST library answers for an id that is not there.
    private static let nowhere = APIError(404, "Not Found", contentType: APIError.plain, isFromRESTLayer: true)

    private static func read(_ context: Context) throws -> Reply {
        guard let cluster = try VMCluster.find(context.db, id: context.id()) else { throw nowhere }
        return try Reply.json { try cluster.write(context.db, into: &$0) }
    }

    private static func find(_ context: Context) throws -> VMCluster {
        guard let cluster = try VMCluster.find(context.db, id: context.id()) else {
            throw Refusal.notFound("VMCluster")
        }
        return cluster
    }

    private static func update(_ context: Context) throws -> Reply {
        let cluster = try find(context)
        var form = Form(context.form)
        let name = form.text("name")
        let zone = try form.reference("zone") { try Zone.find(context.db, name: $0) }
        let pool = try form.reference("pool") { try ResourcePool.find(context.db, name: $0) }
        let holder = try name.value.flatMap { name in
            try VMCluster.all(context.db).first { $0.name == name && $0.id != cluster.id }?.id
        }
        form.refuseDuplicate("name", of: "VM cluster", heldBy: holder, besides: cluster.id)
        try form.check()
        try cluster.update(context.db, name: name.value, zone: zone.value?.id, pool: pool.value?.id)
        return try read(context)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let cluster = try find(context)
        let decompose = Form(context.query).checkbox("decompose").value ?? false
        try cluster.delete(context.state, decompose: decompose)
        return .deleted
    }

    private static func listMachines(_ context: Context) throws -> Reply {
        try Reply.json { json in
            try json.array(of: VirtualMachine.all(context.db)) { $1.write(into: &$0) }
        }
    }

    private static func readMachine(_ context: Context) throws -> Reply {
        guard let machine = try VirtualMachine.find(context.db, id: context.id()) else {
            throw Refusal.notFound("VirtualMachine")
        }
        return Reply.json { machine.write(into: &$0) }
    }
}
