// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT scripts/{name}`: change a script.
public struct ScriptUpdate: OperationParameters {
    /// The name.
    public var name: String?
    /// A short line.
    public var title: String?
    /// A longer one.
    public var description: String?
    /// Parted by commas.
    public var tags: [String]?
    /// Commissioning, testing or release.
    public var type: String?
    /// What it is about.
    public var hardwareType: String?
    /// Whether it may run beside others.
    public var parallel: Int?
    /// How long it may take.
    public var timeout: Int?
    /// Whether it overwrites disks.
    public var destructive: Bool?
    /// The text, as a file.
    public var script: String?
    /// What is new in this version.
    public var comment: String?
    /// Hardware that it is for.
    public var forHardware: String?
    /// Whether it may restart the machine.
    public var mayReboot: Bool?
    /// Whether to commission again after it.
    public var recommission: Bool?
    /// Whether to configure the network before it.
    public var applyConfiguredNetworking: Bool?
    /// To install, as JSON.
    public var packages: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, title: String? = nil, description: String? = nil, tags: [String]? = nil,
        type: String? = nil, hardwareType: String? = nil, parallel: Int? = nil, timeout: Int? = nil,
        destructive: Bool? = nil, script: String? = nil, comment: String? = nil, forHardware: String? = nil,
        mayReboot: Bool? = nil, recommission: Bool? = nil, applyConfiguredNetworking: Bool? = nil,
        packages: String? = nil
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.tags = tags
        self.type = type
        self.hardwareType = hardwareType
        self.parallel = parallel
        self.timeout = timeout
        self.destructive = destructive
        self.script = script
        self.comment = comment
        self.forHardware = forHardware
        self.mayReboot = mayReboot
        self.recommission = recommission
        self.applyConfiguredNetworking = applyConfiguredNetworking
        self.packages = packages
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("title", title)
        params.set("description", description)
        params.set("tags", joined: tags)
        params.set("type", type)
        params.set("hardware_type", hardwareType)
        params.set("parallel", parallel)
        params.set("timeout", timeout)
        params.set("destructive", destructive)
        params.set("script", script)
        params.set("comment", comment)
        params.set("for_hardware", forHardware)
        params.set("may_reboot", mayReboot)
        params.set("recommission", recommission)
        params.set("apply_configured_networking", applyConfiguredNetworking)
        params.set("packages", packages)
        params.merge(others)
        return params
    }
}
