<?php
/**
 * Leaves nothing behind when the plugin is deleted.
 *
 * @package Thatch\Assistant
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'thatch_assistant' );
