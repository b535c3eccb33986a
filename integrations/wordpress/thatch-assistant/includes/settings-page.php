<?php
/**
 * The settings page, by WordPress's Settings API, whose options.php checks the nonce and the capability.
 *
 * @package Thatch\Assistant
 */

namespace Thatch\Assistant;

defined( 'ABSPATH' ) || exit;

const PAGE       = 'thatch-assistant';
const CAPABILITY = 'manage_options';

/** Put the page into the Settings menu. */
function add_page(): void {
	$title = __( 'Thatch assistant', 'thatch-assistant' );
	add_options_page( $title, $title, CAPABILITY, PAGE, __NAMESPACE__ . '\print_page' );
}

/** Tell WordPress of the settings and their fields. */
function register(): void {
	register_setting( PAGE, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\sanitise' ) );
	add_settings_section( 'tag', '', '__return_null', PAGE );
	foreach ( fields() as $name => $field ) {
		add_settings_field(
			$name,
			$field['label'],
			__NAMESPACE__ . '\print_field',
			PAGE,
			'tag',
			array_merge( $field, array( 'name' => $name, 'label_for' => "thatch-$name" ) )
		);
	}
}

/**
 * Give the fields of the form by the setting that each is of.
 *
 * @return array<string, array{label: string, help: string, choices?: array<string, string>}>
 */
function fields(): array {
	return array(
		'address'     => array(
			'label' => __( 'Address', 'thatch-assistant' ),
			'help'  => __( 'Where the assistant runs, such as https://ask.clinic.example. Without it, nothing is shown.', 'thatch-assistant' ),
		),
		'integrity'   => array(
			'label' => __( 'Integrity', 'thatch-assistant' ),
			'help'  => __( 'What `thatch embed` prints as integrity. May be left out. To be renewed after each update of the assistant.', 'thatch-assistant' ),
		),
		'region'      => array(
			'label'   => __( 'Region', 'thatch-assistant' ),
			'help'    => __( 'Whose rules and phone numbers hold.', 'thatch-assistant' ),
			'choices' => array(
				'uk' => __( 'United Kingdom', 'thatch-assistant' ),
				'us' => __( 'United States', 'thatch-assistant' ),
				'eu' => __( 'European Union', 'thatch-assistant' ),
			),
		),
		'locale'      => array(
			'label' => __( 'Language', 'thatch-assistant' ),
			'help'  => __( 'Of buttons and notices, such as en-GB.', 'thatch-assistant' ),
		),
		'title'       => array(
			'label' => __( 'Title', 'thatch-assistant' ),
			'help'  => __( 'What stands on the button and above the chat.', 'thatch-assistant' ),
		),
		'colour'      => array(
			'label' => __( 'Colour', 'thatch-assistant' ),
			'help'  => __( 'Six digits, such as #1d5c4f.', 'thatch-assistant' ),
		),
		'position'    => array(
			'label'   => __( 'Position', 'thatch-assistant' ),
			'help'    => __( 'The lower corner of the window.', 'thatch-assistant' ),
			'choices' => array(
				'end'   => __( 'Right', 'thatch-assistant' ),
				'start' => __( 'Left', 'thatch-assistant' ),
			),
		),
		'privacy-url' => array(
			'label' => __( 'Privacy page', 'thatch-assistant' ),
			'help'  => __( 'Left out, it is the privacy page of this website.', 'thatch-assistant' ),
		),
	);
}

/**
 * Print a field.
 *
 * @param array{name: string, label_for: string, help: string, choices?: array<string, string>} $field One of fields().
 */
function print_field( array $field ): void {
	$value = settings()[ $field['name'] ];
	$name  = OPTION . "[{$field['name']}]";
	$help  = "{$field['label_for']}-help";
	if ( isset( $field['choices'] ) ) {
		printf( '<select id="%s" name="%s" aria-describedby="%s">', esc_attr( $field['label_for'] ), esc_attr( $name ), esc_attr( $help ) );
		foreach ( $field['choices'] as $choice => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $label ) );
		}
		echo '</select>';
	} else {
		printf(
			'<input type="text" class="regular-text" id="%s" name="%s" value="%s" aria-describedby="%s">',
			esc_attr( $field['label_for'] ),
			esc_attr( $name ),
			esc_attr( $value ),
			esc_attr( $help )
		);
	}
	printf( '<p class="description" id="%s">%s</p>', esc_attr( $help ), esc_html( $field['help'] ) );
}

/** Print the page. */
function print_page(): void {
	if ( ! current_user_can( CAPABILITY ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

/**
 * Put a link to the page beside the plugin's name in the list of plugins.
 *
 * @param string[] $links The links that are there.
 * @return string[]
 */
function link_to_page( array $links ): array {
	$address = admin_url( 'options-general.php?page=' . PAGE );
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'thatch-assistant' ) ) );
	return $links;
}
