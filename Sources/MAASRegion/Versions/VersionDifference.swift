/// What some versions of MAAS have and others do not: the one place that knows which. Everything else asks for a row by
/// its name.
///
/// `docs/versions.md` is made from this page (`maas-emulator versions`).
package enum VersionDifference: String, CaseIterable, Sendable {
    // Endpoints.
    case vmHosts, imagesSyncProgress, agentServiceConfig, reservedIPs, userGroups, oidcProviders

    // Requests and rights.
    case traceIDs, strictTimestamps, closedMultipartRefused, namedPermissions, vmHostRightsByObject

    // Times.
    case zonedTimes, zonedLastDeployed

    // Machines.
    case machineErrorDescription, kernelCrashDumps, dpus, machinePods, podConstraints, deploymentTargets
    case brokenMachineKeepsOwner

    // Allocation and deployment.
    case allocationComposes, hostingOptions, hostInMemoryText, seriesByNumber, deploymentWorkflow, anySystemInMemory
    case imagesByArchitecture, imagesNamedWithArchitecture, efiPartitionRequired

    // Release and scripts.
    case releaseScripts, looseEraseFlags, deploymentScripts, shortResultTypeText, resultsOnce, missingScriptSetText

    // Power.
    case ipmiPowerOffMode, hmcCertificateCheck, amtUserAndPort, novaDriver, podDrivers

    // Storage and networks.
    case bcachesOfTheirNode, shortInterfaceNames, bridgesOverSeveral, overlappingSubnetsRefused, usedSubnetsKept
    case parentSubnetText

    // Images.
    case filenameOnDisk, baseImages, uploadsInOnePiece, bootSourceSettings, bootSourceURLsTrimmed, rackImportsAccepted

    // Region.
    case trustedTransfers, bootInterfaceLinkType, systemUserIsAdministrator, rackControllersTag, sshKeyImportFetches
    case deprecatedSnippets, notificationsByUsername, tagsInDatabase, archivesByFields
}

extension VersionDifference {
    /// The versions that have it, and a line about it.
    private struct Row {
        let versions: ClosedRange<MAASVersion>
        let about: String

        static func since(_ first: MAASVersion, _ about: String) -> Row {
            Row(versions: first...MAASVersion.last, about: about)
        }

        static func upTo(_ last: MAASVersion, _ about: String) -> Row {
            Row(versions: MAASVersion.first...last, about: about)
        }
    }

    /// The versions that have it.
    package var versions: ClosedRange<MAASVersion> { row.versions }

    /// One line: what these versions have or do, and the others do instead.
    package var about: String { row.about }

    private var row: Row {
        switch self {
        case .vmHosts:
            .upTo(.v3_8, "VM hosts, pods, VM clusters and virtual machines have endpoints; in 4.0 all are gone")
        case .imagesSyncProgress: .since(.v3_5, "`images-sync-progress/`, for regions among themselves")
        case .agentServiceConfig: .since(.v3_6, "`agents/…/config/`, for regions and their agents")
        case .reservedIPs: .since(.v3_6, "`reservedips/`")
        case .userGroups: .since(.v3_8, "`groups/`: users in groups with entitlements")
        case .oidcProviders: .since(.v3_8, "`oidc-providers/`: single sign-on")

        case .traceIDs: .since(.v3_8, "Answers carry `MAAS-trace-id`, the request's own where it has one")
        case .strictTimestamps: .since(.v3_8, "An `oauth_timestamp` that is no number is invalid; MAAS failed before")
        case .closedMultipartRefused:
            .since(.v3_6, "A multipart body of the closing boundary alone is invalid; an empty form before")
        case .namedPermissions:
            .since(.v3_8, "Operations for administrators name the permission that is missing; a fixed text before")
        case .vmHostRightsByObject:
            .since(.v3_8, "VM hosts are looked up before rights are checked, and forbid without a word")

        case .zonedTimes: .since(.v3_6, "ISO times end in `Z`; without a zone before")
        case .zonedLastDeployed: .upTo(.v3_6, "`last_deployed` of boot resources ends in `Z`; without a zone since")

        case .machineErrorDescription: .since(.v3_5, "Machines show `error_description`")
        case .kernelCrashDumps: .since(.v3_6, "Machines, installers and the settings have `enable_kernel_crash_dump`")
        case .dpus: .since(.v3_7, "Machines have `is_dpu`, which only arm64 with a kernel of hwe-22.04 or later can be")
        case .machinePods: .upTo(.v3_8, "Machines show `pod` and `virtualmachine_id`")
        case .podConstraints: .upTo(.v3_8, "Constraints `pod`, `not_pod`, `pod_type`, `not_pod_type`")
        case .deploymentTargets: .since(.v3_5, "Constraints `deployment_target`, `not_deployment_target`")
        case .brokenMachineKeepsOwner: .since(.v3_6, "A deployed machine that is marked broken keeps its owner")

        case .allocationComposes: .upTo(.v3_8, "allocate composes a machine on a VM host where none fits")
        case .hostingOptions:
            .upTo(.v3_8, "allocate and deploy take `install_kvm`, `register_vmhost`, `install_rackd`; invalid in 4.0")
        case .hostInMemoryText: .since(.v3_5, "Another text for a VM host that would be deployed to memory")
        case .seriesByNumber: .since(.v3_6, "`distro_series` by number, `22.04` or `ubuntu/22.04`; invalid before")
        case .deploymentWorkflow:
            .since(.v3_6, "A deployment powers the machine on after its answer, and has twice `node_timeout`")
        case .anySystemInMemory: .since(.v3_5, "Every system is deployed to memory without disks; Ubuntu alone before")
        case .imagesByArchitecture: .since(.v3_5, "An image has to be of the machine's architecture")
        case .imagesNamedWithArchitecture: .since(.v3_5, "The refusal for a missing image names its architecture")
        case .efiPartitionRequired: .since(.v3_8, "Machines that boot with UEFI need `/boot/efi` to be deployed")

        case .releaseScripts:
            .since(.v3_5, "Release scripts: their type, parameters and results of release, `max_node_release_results`")
        case .looseEraseFlags:
            .since(.v3_5, "`erase` and its kin: any word is true but those for false; invalid before")
        case .deploymentScripts: .since(.v3_8, "Scripts and results of type `deployment`")
        case .shortResultTypeText: .since(.v3_5, "An unknown type of results is refused without naming the known ones")
        case .resultsOnce:
            .since(.v3_8, "A result that several words of a filter match is listed once; once for each before")
        case .missingScriptSetText:
            .since(.v3_6, "`current-…` results that do not exist are refused as such; as an unknown id before")

        case .ipmiPowerOffMode: .since(.v3_5, "IPMI has `power_off_mode`")
        case .hmcCertificateCheck: .since(.v3_5, "HMC for Z has `power_verify_ssl`")
        case .amtUserAndPort: .since(.v3_6, "AMT has `power_user` and `port`")
        case .novaDriver: .upTo(.v3_7, "Power type `nova`")
        case .podDrivers: .upTo(.v3_8, "Power types `lxd` and `virsh` are described as those of VM hosts")

        case .bcachesOfTheirNode:
            .since(.v3_8, "A new bcache is named after those of its machine; after those of another one before")
        case .shortInterfaceNames:
            .since(.v3_6, "Names of interfaces have at most 15 characters, and a text of their own; 255 before")
        case .bridgesOverSeveral: .since(.v3_8, "A bridge takes several `parents`; exactly one before")
        case .overlappingSubnetsRefused: .since(.v3_7, "A subnet that overlaps another one is refused")
        case .usedSubnetsKept: .since(.v3_7, "A subnet with addresses in use is only deleted with `force`")
        case .parentSubnetText:
            .since(.v3_7, "Snippets whose range is elsewhere name \"the parent\"; \"theparent\" before")

        case .filenameOnDisk: .since(.v3_5, "Files of boot resources show `filename_on_disk`")
        case .baseImages: .since(.v3_5, "Boot resources show `base_image`, and archives are called `root.tgz`")
        case .uploadsInOnePiece: .upTo(.v3_7, "`boot-resources/` takes a file's content; later in pieces only")
        case .bootSourceSettings:
            .since(.v3_8, "Boot sources have `name`, `priority`, `enabled` and `skip_keyring_verification`")
        case .bootSourceURLsTrimmed: .since(.v3_8, "URLs of boot sources lose their last slashes")
        case .rackImportsAccepted: .since(.v3_5, "Racks' `import_boot_images` answers 202; 200 with a sentence before")

        case .trustedTransfers: .since(.v3_5, "Setting `allow_only_trusted_transfers`")
        case .bootInterfaceLinkType: .since(.v3_6, "Setting `default_boot_interface_link_type`")
        case .systemUserIsAdministrator: .since(.v3_5, "The user `MAAS` is an administrator")
        case .rackControllersTag: .upTo(.v3_4, "`update_nodes` of tags asks others for a `rack_controller`")
        case .sshKeyImportFetches:
            .since(.v3_7, "`import` of SSH keys answers as without the Internet; not emulated before")
        case .deprecatedSnippets: .since(.v3_6, "Notifications say that DHCP snippets will go")
        case .archivesByFields: .since(.v3_6, "Installers of 24.04 are told of archives in its own format")
        case .tagsInDatabase:
            .since(.v3_6, "A tag's definition leaves machines alone that say nothing; before, they lose the tag")
        case .notificationsByUsername: .since(.v4_0, "`user` of a notification may be a name; an id before")
        }
    }
}
