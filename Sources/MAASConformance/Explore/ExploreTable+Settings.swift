extension ExploreTable {
    /// A setting that explorations change, and change back.
    struct Setting: Sendable {
        let name: String
        let values: String
        /// Whether nothing comes of it but what a page or a list shows: the others only between emulators.
        let isHarmless: Bool
    }

    /// Settings and what is usual for them; a `+` before those that may be changed for a moment on a MAAS in use.
    static let settings: [Setting] = """
        + theme @one:default|sage|teal|blue
        + release_notifications @bool
        + subnet_ip_exhaustion_threshold_count @int:0..1000
        + windows_kms_host @one:kms.example.com|10.0.0.1
        - maas_name @text
        - kernel_opts @text
        - ntp_servers @one:ntp.ubuntu.com|10.0.0.1,10.0.0.2|a~b
        - ntp_external_only @bool
        - upstream_dns @one:8.8.8.8|8.8.8.8~1.1.1.1|dns.example.com
        - dnssec_validation @one:auto|yes|no
        - dns_trusted_acl @one:10.0.0.0/8|any|localhost~10.1.2.3
        - default_dns_ttl @int:1..604800
        - http_proxy @one:http://proxy.example.com:3128/|proxy|ftp://x/
        - enable_http_proxy @bool
        - use_peer_proxy @bool
        - prefer_v4_proxy @bool
        - maas_proxy_port @int:1024..65535
        - boot_images_auto_import @bool
        - boot_images_no_proxy @bool
        - curtin_verbose @bool
        - enable_analytics @bool
        - max_node_commissioning_results @int:1..20
        - max_node_testing_results @int:1..20
        - max_node_installation_results @int:1..20
        - node_timeout @int:1..120
        - default_osystem @one:ubuntu|centos|bogus
        - default_distro_series @one:noble|jammy|focal
        - default_min_hwe_kernel @one:ga-24.04|ga-22.04|hwe-24.04
        - commissioning_distro_series @one:noble|jammy|focal
        - default_storage_layout @one:flat|lvm|bcache|vmfs6|custom|blank
        - enable_disk_erasing_on_release @bool
        - disk_erase_with_secure_erase @bool
        - disk_erase_with_quick_erase @bool
        - network_discovery @one:enabled|disabled
        - active_discovery_interval @one:0|600|1800|3600|21600|43200|86400|604800|5
        - default_boot_interface_link_type @one:auto|static|dhcp|link_up
        - enlist_commissioning @bool
        - enable_third_party_drivers @bool
        - enable_kernel_crash_dump @bool
        - remote_syslog @one:logs.example.com|logs.example.com:514|a~b
        - maas_syslog_port @int:1024..65535
        - hardware_sync_interval @one:15m|1h|10s|x|5d
        - session_length @int:10..1209600
        - auto_vlan_creation @bool
        - tls_cert_expiration_notification_enabled @bool
        - tls_cert_expiration_notification_interval @int:1..90
        - maas_auto_ipmi_user @one:maas|other
        - maas_auto_ipmi_user_privilege_level @one:USER|OPERATOR|ADMIN
        - maas_auto_ipmi_workaround_flags @one:opensesspriv|authcap|bogus
        - vcenter_server @text
        - vcenter_username @text
        - completed_intro @bool
        """.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            return Setting(name: parts[1], values: parts[2], isHarmless: parts[0] == "+")
        }
}
