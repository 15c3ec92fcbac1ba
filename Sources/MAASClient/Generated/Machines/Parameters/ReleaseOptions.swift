// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/{system_id}/?op=release`: give a machine back.
public struct ReleaseOptions: OperationParameters {
    /// For the event log.
    public var comment: String?
    /// Wipe the disks first.
    public var erase: Bool?
    /// By the disks' own way.
    public var secureErase: Bool?
    /// Only beginning and end.
    public var quickErase: Bool?
    /// Also remove the VM hosts it runs.
    public var force: Bool?
    /// Release scripts.
    public var scripts: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        comment: String? = nil, erase: Bool? = nil, secureErase: Bool? = nil, quickErase: Bool? = nil,
        force: Bool? = nil, scripts: [String]? = nil
    ) {
        self.comment = comment
        self.erase = erase
        self.secureErase = secureErase
        self.quickErase = quickErase
        self.force = force
        self.scripts = scripts
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("comment", comment)
        params.set("erase", erase)
        params.set("secure_erase", secureErase)
        params.set("quick_erase", quickErase)
        params.set("force", force)
        params.set("scripts", joined: scripts)
        params.merge(others)
        return params
    }
}
