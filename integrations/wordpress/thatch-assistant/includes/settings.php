<?php
/**
 * What a clinic can set, and what of it is accepted.
 *
 * @package Thatch\Assistant
 */

namespace Thatch\Assistant;

defined( 'ABSPATH' ) || exit;

/** The row of the options table that holds all settings. uninstall.php names it too. */
const OPTION = 'thatch_assistant';

const REGIONS   = array( 'uk', 'us', 'eu' );
const POSITIONS = array( 'end', 'start' );
/** Characters. */
const LONGEST_TITLE = 60;

/**
 * Give the settings in force, each a string.
 *
 * @return array<string, string>
 */
function settings(): array {
	$defaults = array(
		'address'     => '',
		'integrity'   => '',
		'region'      => 'uk',
		'locale'      => 'en-GB',
		'title'       => '',
		'colour'      => '',
		'position'    => 'end',
		'privacy-url' => '',
	);
	$stored   = get_option( OPTION, array() );
	$known    = array_intersect_key( is_array( $stored ) ? $stored : array(), $defaults );
	return array_merge( $defaults, array_filter( $known, 'is_string' ) );
}

/**
 * Accept what is right of a submitted form; the rest stays as it was, and is told.
 *
 * @param mixed $submitted What came from the browser.
 * @return array<string, string>
 */
function sanitise( $submitted ): array {
	$accepted = settings();
	foreach ( is_array( $submitted ) ? $submitted : array() as $name => $value ) {
		if ( ! array_key_exists( $name, $accepted ) || ! is_string( $value ) ) {
			continue;
		}
		$clean = sanitise_one( $name, trim( $value ) );
		if ( null === $clean ) {
			add_settings_error( OPTION, "thatch-$name", fault( $name ) );
		} else {
			$accepted[ $name ] = $clean;
		}
	}
	return $accepted;
}

/**
 * Give a setting as it is stored, or null where it is wrong.
 *
 * @param string $name  One of the keys of settings().
 * @param string $value What was typed.
 */
function sanitise_one( string $name, string $value ): ?string {
	switch ( $name ) {
		case 'address':
			return '' === $value ? '' : origin( $value );
		case 'integrity':
			return preg_match( '~^(sha(256|384|512)-[A-Za-z0-9+/]{43,86}={0,2})?$~D', $value ) ? $value : null;
		case 'region':
			return in_array( $value, REGIONS, true ) ? $value : null;
		case 'locale':
			return preg_match( '/^[a-z]{2}-[A-Z]{2}$/D', $value ) ? $value : null;
		case 'title':
			return mb_substr( sanitize_text_field( $value ), 0, LONGEST_TITLE );
		case 'colour':
			return '' === $value ? '' : sanitize_hex_color( $value );
		case 'position':
			return in_array( $value, POSITIONS, true ) ? $value : null;
		case 'privacy-url':
			$url = esc_url_raw( $value, array( 'https' ) );
			return '' === $value || '' !== $url ? $url : null;
	}
	return null;
}

/**
 * Give the origin of an encrypted address, or null where it is none.
 *
 * @param string $address What was typed.
 */
function origin( string $address ): ?string {
	$parts = wp_parse_url( esc_url_raw( $address, array( 'https' ) ) );
	if ( empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['query'] ) ) {
		return null;
	}
	if ( ! in_array( $parts['path'] ?? '/', array( '/', '/thatch.js' ), true ) ) {
		return null;
	}
	return 'https://' . strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ":{$parts['port']}" : '' );
}

/**
 * Say what would be right in place of what was typed.
 *
 * @param string $name One of the keys of settings().
 */
function fault( string $name ): string {
	switch ( $name ) {
		case 'address':
			return __( 'Address: write where the assistant runs, such as https://ask.clinic.example, and nothing after it.', 'thatch-assistant' );
		case 'integrity':
			return __( 'Integrity: copy it from what `thatch embed` prints; it begins with sha384-.', 'thatch-assistant' );
		case 'locale':
			return __( 'Language: write a language and a country, such as en-GB.', 'thatch-assistant' );
		case 'colour':
			return __( 'Colour: write six digits, such as #1d5c4f.', 'thatch-assistant' );
		case 'privacy-url':
			return __( 'Privacy page: write an address that begins with https://.', 'thatch-assistant' );
	}
	return __( 'Choose one of those that are offered.', 'thatch-assistant' );
}
