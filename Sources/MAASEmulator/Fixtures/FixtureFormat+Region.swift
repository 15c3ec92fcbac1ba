import MAASRegion

/// The fixture itself, and what is of the region as a whole.
extension FixtureKind {
    /// The whole fixture.
    static let fixture = FixtureKind(
        "fixture", "A region to start from",
        [
            .key("users", .list(.object(.user))), .key("user_groups", .list(.object(.userGroup))),
            .key("zones", .list(.object(.zone))), .key("resource_pools", .list(.object(.resourcePool))),
            .key("tags", .list(.object(.tag))), .key("domains", .list(.object(.domain))),
            .key("spaces", .list(.object(.space))), .key("fabrics", .list(.object(.fabric))),
            .key("subnets", .list(.object(.subnet))), .key("static_routes", .list(.object(.staticRoute))),
            .key("ip_ranges", .list(.object(.ipRange))), .key("reserved_ips", .list(.object(.reservedIP))),
            .key("ip_addresses", .list(.object(.heldAddress))),
            .key("dns_resources", .list(.object(.dnsResource))),
            .key("boot_resources", .list(.object(.bootResource))),
            .key("boot_sources", .list(.object(.bootSource))), .key("image_streams", .list(.object(.imageStream))),
            .key("controllers", .list(.object(.controller))), .key("hardware", .object(.hardware)),
            .key("machines", .list(.object(.machine))), .key("devices", .list(.object(.device))),
            .key("vm_hosts", .list(.object(.vmHost))), .key("discoveries", .list(.object(.discovery))),
            .key("dhcp_snippets", .list(.object(.dhcpSnippet))), .key("scripts", .list(.object(.script))),
            .key("package_repositories", .list(.object(.packageRepository))),
            .key("notifications", .list(.object(.notification))),
            .key("license_keys", .list(.object(.licenseKey))), .key("settings", .members(.anything)),
            .key("events", .list(.object(.event))), .key("timings", .members(.number(0...31_536_000))),
            .key("plays", .words(["clock", "external"])),
            // What a region says of itself: MAAS lets things come about that it takes from nobody.
            .key("captured", .flag),
            // Where editors find the format.
            .shorthand("$schema", .text),
        ])

    static let user = FixtureKind(
        "user", "An account",
        [
            .needed("username", .text), .key("email", .text), .key("is_superuser", .flag), .key("api_key", .text),
            .key("password", .text), .key("tokens", .list(.object(.token))), .key("ssh_keys", .texts),
            .key("ssl_keys", .texts),
        ])

    static let token = FixtureKind("token", "A further API key", [.needed("name", .text), .needed("api_key", .text)])

    static let userGroup = FixtureKind(
        "user_group", "A group of users (3.8 and later)",
        [
            .needed("name", .text), .key("id", .id), .key("description", .text), .key("members", .texts),
            .key("entitlements", .list(.object(.entitlement))),
        ])

    static let entitlement = FixtureKind(
        "entitlement", "Something that the members of a group may do",
        [
            .needed("resource_type", .words(["maas", "pool"])), .key("resource_id", .id), .needed("entitlement", .text),
        ])

    static let zone = FixtureKind("zone", "An availability zone", named)
    static let resourcePool = FixtureKind("resource_pool", "A resource pool", named)
    static let space = FixtureKind("space", "A space", [.key("id", .integer(-1...Int(Int32.max)))] + named.dropFirst())
    private static let named: [FixtureKey] = [.key("id", .id), .needed("name", .text), .key("description", .text)]

    static let tag = FixtureKind(
        "tag", "A tag",
        [.needed("name", .text), .key("comment", .text), .key("definition", .text), .key("kernel_opts", .text)])

    static let script = FixtureKind(
        "script", "A script of one's own",
        [
            .key("id", .id), .needed("name", .text), .needed("script", .text), .key("title", .text),
            .key("description", .text),
            .key("tags", .texts), .key("script_type", .words(Script.Kind.allCases.map(String.init(describing:)))),
            .key("timeout", .integer(0...31_536_000)), .key("for_hardware", .texts), .key("destructive", .flag),
            .key("may_reboot", .flag), .key("recommission", .flag), .key("apply_configured_networking", .flag),
            .key("comment", .text), .key("hardware_type", .anything), .key("parallel", .anything),
            .key("packages", .anything),
        ])

    static let packageRepository = FixtureKind(
        "package_repository", "An archive of packages",
        [
            .key("id", .id), .needed("name", .text), .needed("url", .text), .key("distributions", .texts),
            .key("disabled_pockets", .list(.words(PackageRepository.pockets))),
            .key("disabled_components", .list(.words(PackageRepository.components))), .key("disable_sources", .flag),
            .key("components", .texts),
            .key("arches", .list(.words(PackageRepository.mainArches + PackageRepository.portsArches))),
            .key("key", .text), .key("enabled", .flag),
        ])

    static let notification = FixtureKind(
        "notification", "What users are told",
        [
            .key("id", .id), .needed("message", .text), .key("ident", .text), .key("user", .text),
            .key("users", .flag), .key("admins", .flag), .key("context", .members(.anything)),
            .key("category", .words(["error", "warning", "success", "info"])), .key("dismissable", .flag),
        ])

    static let licenseKey = FixtureKind(
        "license_key", "The key of a release of Windows",
        [.needed("osystem", .text), .needed("distro_series", .text), .needed("license_key", .text)])

    static let event = FixtureKind(
        "event", "Something that has happened",
        [
            .key("id", .id), .needed("hostname", .text), .key("known_as", .text),
            .key("level", .words(Event.Level.allCases.map(\.label))),
            .needed("type", .text), .key("description", .text), .key("username", .text), .key("action", .text),
        ])

    static let bootResource = FixtureKind(
        "boot_resource", "An image",
        [
            .key("id", .id), .key("type", .words(BootResource.Kind.allCases.map(\.rawValue))), .needed("name", .text),
            .needed("architecture", .text), .key("alias", .text), .key("base_image", .text), .key("subarches", .text),
            .key("kflavor", .text), .key("bootloader_type", .text), .key("title", .text),
            .key("extra", .members(.anything)),
        ])

    static let bootSource = FixtureKind(
        "boot_source", "Where images come from",
        [
            .key("id", .id), .needed("url", .text), .key("keyring_filename", .text), .key("keyring_data", .text),
            .key("name", .text),
            .key("priority", .amount), .key("enabled", .flag), .key("skip_keyring_verification", .flag),
            .key("selections", .list(.object(.bootSourceSelection))),
        ])

    static let bootSourceSelection = FixtureKind(
        "boot_source_selection", "A release that is selected",
        [
            .key("id", .id), .key("os", .text), .needed("release", .text), .key("arches", .texts),
            .key("subarches", .texts),
            .key("labels", .texts),
        ])

    static let imageStream = FixtureKind(
        "image_stream", "What a stream offers",
        [.needed("url", .text), .key("label", .text), .key("images", .list(.object(.streamedImage)))])

    static let streamedImage = FixtureKind(
        "streamed_image", "An image that a stream offers",
        [
            .key("os", .text), .needed("release", .text), .key("version", .text), .key("title", .text),
            .needed("arches", .texts), .key("kernels", .texts),
        ])
}
