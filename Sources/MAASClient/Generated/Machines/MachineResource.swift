// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One machine, by system id (MAAS: machines/{system_id}/).
public struct MachineResource: NodeScoped {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// MAAS's name for the node: six letters and digits in most versions.
    public let systemID: String
}

extension MachineResource {
    /// Read a machine (MAAS: `GET machines/{system_id}/`).
    public func get() async throws -> Machine {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a machine (MAAS: `PUT machines/{system_id}/`).
    @discardableResult
    public func update(_ parameters: MachineUpdate = MachineUpdate()) async throws -> Machine {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a machine (MAAS: `DELETE machines/{system_id}/`).
    /// - Parameter force: also remove the VM hosts it runs.
    public func delete(force: Bool? = nil) async throws {
        var params = Params()
        params.set("force", force)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// Deploy an operating system (MAAS: `POST machines/{system_id}/?op=deploy`).
    @discardableResult
    public func deploy(_ parameters: DeployOptions = DeployOptions()) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "deploy", form: parameters.params))
    }

    /// Give a machine back (MAAS: `POST machines/{system_id}/?op=release`).
    @discardableResult
    public func release(_ parameters: ReleaseOptions) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "release", form: parameters.params))
    }

    /// Look at the hardware anew (MAAS: `POST machines/{system_id}/?op=commission`).
    @discardableResult
    public func commission(_ parameters: CommissionOptions = CommissionOptions()) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "commission", form: parameters.params))
    }

    /// Run tests (MAAS: `POST machines/{system_id}/?op=test`).
    /// - Parameters:
    ///   - enableSSH: stay on for SSH.
    ///   - testingScripts: names or tags.
    ///   - parameters: for scripts.
    @discardableResult
    public func test(enableSSH: Bool? = nil, testingScripts: [String]? = nil, parameters: String? = nil) async throws
        -> Machine
    {
        var params = Params()
        params.set("enable_ssh", enableSSH)
        params.set("testing_scripts", joined: testingScripts)
        params.set("parameters", parameters)
        return try await connection.decode(APICall("POST", path, op: "test", form: params))
    }

    /// Stop what the machine is doing (MAAS: `POST machines/{system_id}/?op=abort`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func abort(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "abort", form: params))
    }

    /// Mark a machine broken (MAAS: `POST machines/{system_id}/?op=mark_broken`).
    /// - Parameter comment: the reason.
    @discardableResult
    public func markBroken(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "mark_broken", form: params))
    }

    /// Mark a broken machine fixed (MAAS: `POST machines/{system_id}/?op=mark_fixed`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func markFixed(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "mark_fixed", form: params))
    }

    /// Use a machine although it failed its tests (MAAS: `POST machines/{system_id}/?op=override_failed_testing`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func overrideFailedTesting(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "override_failed_testing", form: params))
    }

    /// Lock a machine (MAAS: `POST machines/{system_id}/?op=lock`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func lock(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "lock", form: params))
    }

    /// Unlock a machine (MAAS: `POST machines/{system_id}/?op=unlock`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func unlock(comment: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "unlock", form: params))
    }

    /// Enter rescue mode (MAAS: `POST machines/{system_id}/?op=rescue_mode`).
    @discardableResult
    public func rescueMode() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "rescue_mode", form: Params()))
    }

    /// Exit rescue mode (MAAS: `POST machines/{system_id}/?op=exit_rescue_mode`).
    @discardableResult
    public func exitRescueMode() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "exit_rescue_mode", form: Params()))
    }

    /// Switch a machine on; an allocated one is deployed (MAAS: `POST machines/{system_id}/?op=power_on`).
    @discardableResult
    public func powerOn(_ parameters: PowerOnOptions) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "power_on", form: parameters.params))
    }

    /// What commissioning saw, as BSON (MAAS: `GET machines/{system_id}/?op=details`).
    public func details() async throws -> Data {
        try await connection.data(APICall("GET", path, op: "details"))
    }

    /// Power parameters, secrets included (MAAS: `GET machines/{system_id}/?op=power_parameters`).
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }

    /// The machine's token for the metadata service (MAAS: `GET machines/{system_id}/?op=get_token`).
    public func getToken() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path, op: "get_token"))
    }

    /// The installer's configuration (MAAS: `GET machines/{system_id}/?op=get_curtin_config`).
    public func getCurtinConfig() async throws -> String {
        try await connection.text(APICall("GET", path, op: "get_curtin_config"))
    }

    /// Annotate a machine (MAAS: `POST machines/{system_id}/?op=set_owner_data`).
    /// - Parameter values: value; empty takes it away.
    @discardableResult
    public func setOwnerData(_ values: [String: String]) async throws -> Machine {
        var params = Params()
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { params.set(key, value) }
        return try await connection.decode(APICall("POST", path, op: "set_owner_data", form: params))
    }

    /// Annotate a machine (MAAS: `POST machines/{system_id}/?op=set_workload_annotations`).
    /// - Parameter values: value; empty takes it away.
    @discardableResult
    public func setWorkloadAnnotations(_ values: [String: String]) async throws -> Machine {
        var params = Params()
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { params.set(key, value) }
        return try await connection.decode(APICall("POST", path, op: "set_workload_annotations", form: params))
    }

    /// Put a layout on the disks (MAAS: `POST machines/{system_id}/?op=set_storage_layout`).
    @discardableResult
    public func setStorageLayout(_ parameters: StorageLayout) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "set_storage_layout", form: parameters.params))
    }

    /// Mount a file system that is in memory (MAAS: `POST machines/{system_id}/?op=mount_special`).
    /// - Parameters:
    ///   - fstype: tmpfs or ramfs.
    ///   - mountPoint: path.
    ///   - mountOptions: options.
    @discardableResult
    public func mountSpecial(fstype: String, mountPoint: String, mountOptions: String? = nil) async throws -> Machine {
        var params = Params()
        params.set("fstype", fstype)
        params.set("mount_point", mountPoint)
        params.set("mount_options", mountOptions)
        return try await connection.decode(APICall("POST", path, op: "mount_special", form: params))
    }

    /// Unmount a file system that is in memory (MAAS: `POST machines/{system_id}/?op=unmount_special`).
    /// - Parameter mountPoint: path.
    @discardableResult
    public func unmountSpecial(_ mountPoint: String) async throws -> Machine {
        var params = Params()
        params.set("mount_point", mountPoint)
        return try await connection.decode(APICall("POST", path, op: "unmount_special", form: params))
    }

    /// Forget the chosen default gateways (MAAS: `POST machines/{system_id}/?op=clear_default_gateways`).
    @discardableResult
    public func clearDefaultGateways() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "clear_default_gateways", form: Params()))
    }

    /// Back to the default network (MAAS: `POST machines/{system_id}/?op=restore_networking_configuration`).
    @discardableResult
    public func restoreNetworkingConfiguration() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "restore_networking_configuration", form: Params()))
    }

    /// Back to the default storage (MAAS: `POST machines/{system_id}/?op=restore_storage_configuration`).
    @discardableResult
    public func restoreStorageConfiguration() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "restore_storage_configuration", form: Params()))
    }

    /// Back to the default network and storage (MAAS: `POST
    /// machines/{system_id}/?op=restore_default_configuration`).
    @discardableResult
    public func restoreDefaultConfiguration() async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: "restore_default_configuration", form: Params()))
    }
}

extension Machines {
    /// One of them by its system id; nothing is asked of MAAS yet.
    public func machine(_ systemID: String) -> MachineResource {
        MachineResource(connection: connection, path: "\(path)\(systemID.percentEncoded)/", systemID: systemID)
    }
}
